import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findAclaracionPropia, listAclaracionesPropias } from '#tramites/aclaracion/find-aclaracion.ts';
import { findDescarga } from '#tramites/acuse/download-acuse.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { findMedio, listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { countHallados, countRegistros, listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { markRegistros } from '#tramites/registro-patronal/mark-registros.ts';
import { actuar, correo, marcas, presentar, registrar, registrarParaRegistros } from '../../support/actuar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { designar } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const cliente = async (cambios = {}) => actuar(representante, await designar(titular, representante, cambios));

const TODOS = { buscar: '', sinValidar: false, despuesDe: '' };

describe('who represents a titular for chosen registros', () => {
  let numeros: string[];
  let ctx: ContextoDeTitular;
  beforeEach(async () => {
    numeros = (await addRegistros(escenario.db, titular.ctx.actor.titularId, 3)).sort();
    ctx = await cliente({ registros: numeros[0] });
  });

  it('finds those alone, whatever is searched or ticked', async () => {
    expect((await listRegistros(ctx, { ...TODOS, seleccionId: null })).filas.map(({ numero }) => numero)).toEqual([
      numeros[0],
    ]);
    const buscada = { ...TODOS, buscar: 'subdelegación', seleccionId: null };
    expect((await listRegistros(ctx, buscada)).filas.length).toBeLessThanOrEqual(1);
    expect(await countRegistros(ctx)).toEqual({ vigentes: 1, total: 1 });
    expect(await countHallados(ctx, { buscar: numeros[1] ?? '', sinValidar: false }, 1)).toMatchObject({ hallados: 0 });
    const seleccionId = randomUUID();
    expect((await markRegistros(ctx, { ...marcas(numeros), seleccionId })).cuantos).toBe(1);
    expect((await markRegistros(ctx, { ...marcas([]), seleccionId, todos: true })).cuantos).toBe(1);
    expect(await registrarParaRegistros(ctx, seleccionId)).toMatchObject({ ok: true });
    const alcances = await escenario.db.alcanceDeMedio.findMany({ select: { numero: true } });
    expect(alcances).toEqual([{ numero: numeros[0] }]);
    expect(await escenario.db.medioDeContacto.count({ where: { todosHastaAlta: { not: null } } })).toBe(0);
  });

  it('sees and manages medios, aclaraciones and acuses of those alone', async () => {
    const delRfc = await registerMedioDeContacto(titular.ctx, correo('rfc@correo.example'));
    const deOtro = await registrar(titular.ctx, [numeros[1] ?? '']);
    const deVarios = await registrar(titular.ctx, [numeros[0] ?? '', numeros[1] ?? ''], 'varios@correo.example');
    const suyo = await registrar(titular.ctx, [numeros[0] ?? ''], 'suyo@correo.example');
    const ajenos = [delRfc.ok ? delRfc.value.folio : '', deOtro, deVarios];
    expect((await listMedios(ctx)).map(({ folio }) => folio)).toEqual([suyo]);
    expect((await listAcuses(ctx)).map(({ folio }) => folio)).toEqual([suyo]);
    expect((await listAcuses(titular.ctx)).length).toBeGreaterThan(3);
    escenario.advance(61_000);
    for (const folio of ajenos) {
      expect(await findMedio(ctx, folio)).toBeNull();
      expect(await listRegistrosDeMedio(ctx, folio, { prefijo: '', despuesDe: '' })).toBeNull();
      expect(await resendMensaje(ctx, folio)).toMatchObject({ ok: false });
      expect(await removeMedioDeContacto(ctx, folio)).toMatchObject({ ok: false });
      expect(await findDescarga(ctx, folio, 'REGISTRO')).toBeNull();
      expect(await presentar(ctx, folio)).toEqual({ ok: false, error: 'MEDIO_NO_ENCONTRADO' });
    }
    expect(await presentar(ctx, '')).toEqual({ ok: false, error: 'MEDIO_NO_ENCONTRADO' });
    const delTitular = await presentar(titular.ctx, '');
    expect(await findAclaracionPropia(ctx, delTitular.ok ? delTitular.value.folio : '')).toBeNull();
    expect(await presentar(ctx, suyo)).toMatchObject({ ok: true });
    expect(await listAclaracionesPropias(ctx)).toHaveLength(1);
    expect(await findDescarga(ctx, suyo, 'REGISTRO')).not.toBeNull();
    expect(await resendMensaje(ctx, suyo)).toMatchObject({ ok: true });
    expect(await removeMedioDeContacto(ctx, suyo)).toEqual({ ok: true, value: { folio: suyo } });
  });
});
