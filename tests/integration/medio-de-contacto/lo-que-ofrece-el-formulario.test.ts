import { beforeEach, describe, expect, it } from 'vitest';
import {
  findCelularDeRegistrosPorValidar,
  findCorreoDeLaEfirma,
  listPorValidar,
} from '#tramites/medio-de-contacto/list-medios.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const DEADLINE_MS = 72 * 3_600_000;
const OTRO_RFC = 'MEGL920721K30';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register({ ctx }: Titular, valor: string): Promise<string> {
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(ctx, { mecanismo, valor, peticionId: crypto.randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}
async function registerPhoneFor(numero: string | undefined, valor: string): Promise<string> {
  const result = await registerForRegistros(titular, valor, [numero ?? '']);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

const celularPorValidar = async ({ ctx }: Titular) =>
  (await listPorValidar(ctx)).find(({ mecanismo }) => mecanismo === 'TELEFONO');

describe('the phone whose code is asked for', () => {
  it('is the newest of those for registros patronales, in whatever order their rows lie', async () => {
    const numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
    const found = async () => (await findCelularDeRegistrosPorValidar(titular.ctx))?.folio;
    expect(await found()).toBeUndefined();
    const first = await registerPhoneFor(numeros[0], '+525511111111');
    expect(await found()).toBe(first);
    escenario.advance(60_000);
    const newest = await registerPhoneFor(numeros[1], '+525522222222');
    escenario.advance(-30_000);
    const between = await registerPhoneFor(numeros[2], '+525533333333');
    expect(await found()).toBe(newest);
    await removeMedioDeContacto(titular.ctx, newest);
    expect(await found()).toBe(between);
    await removeMedioDeContacto(titular.ctx, between);
    expect(await found()).toBe(first);
  });

  it('is of its own scope and its own titular, and waits no more once the deadline has come', async () => {
    const [numero] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1);
    await register(titular, 'ana@correo.example');
    await register(await escenario.enter(OTRO_RFC), '+525544444444');
    expect(await celularPorValidar(titular)).toBeUndefined();
    const deRegistro = { folio: await registerPhoneFor(numero, '+525511111111'), valor: '+525511111111' };
    expect(await celularPorValidar(titular)).toBeUndefined();
    const deRfc = { folio: await register(titular, '+525522222222'), valor: '+525522222222' };
    expect(await celularPorValidar(titular)).toMatchObject(deRfc);
    expect(await findCelularDeRegistrosPorValidar(titular.ctx)).toMatchObject(deRegistro);
    escenario.advance(DEADLINE_MS - 1);
    expect(await celularPorValidar(titular)).toMatchObject(deRfc);
    expect(await findCelularDeRegistrosPorValidar(titular.ctx)).toMatchObject(deRegistro);
    escenario.advance(1);
    expect(await celularPorValidar(titular)).toBeUndefined();
    expect(await findCelularDeRegistrosPorValidar(titular.ctx)).toBeNull();
  });
});

describe('the address suggested', () => {
  it('is that of the e.firma of this session, which may have changed', async () => {
    const later = await escenario.enter(FISICA.rfc, { correo: 'nueva@costura.example' });
    expect(await findCorreoDeLaEfirma(titular.ctx)).toBe(FISICA.correo);
    expect(await findCorreoDeLaEfirma(later.ctx)).toBe('nueva@costura.example');
  });

  it('is none where the certificate has none', async () => {
    const without = await escenario.enter(OTRO_RFC, { correo: '' });
    expect(await findCorreoDeLaEfirma(without.ctx)).toBeNull();
  });

  it('goes when the RFC has an address and comes back when it is removed', async () => {
    const folio = await register(titular, 'ana@correo.example');
    expect(await findCorreoDeLaEfirma(titular.ctx)).toBeNull();
    await removeMedioDeContacto(titular.ctx, folio);
    expect(await findCorreoDeLaEfirma(titular.ctx)).toBe(FISICA.correo);
  });

  it('stays while only a phone, registros patronales or another titular have something', async () => {
    const [numero] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 1);
    await register(titular, '+525522222222');
    await register(await escenario.enter(OTRO_RFC), 'otro@correo.example');
    await registerForRegistros(titular, 'registros@correo.example', [numero ?? '']);
    expect(await findCorreoDeLaEfirma(titular.ctx)).toBe(FISICA.correo);
  });
});
