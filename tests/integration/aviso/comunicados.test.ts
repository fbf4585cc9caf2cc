import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClaves } from '#infra/claves/claves.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { listComunicados } from '#tramites/aviso/list-comunicados.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { countFilasLeidas } from '../../support/filas-leidas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const OTRO_RFC = 'LOVC900412QX8';

let escenario: Escenario;
let titular: Titular;
let enviados: string[];
let envio: ContextoDeEnvio;
let sola: Db | undefined;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  enviados = [];
  const veredicto = { aceptado: true, respuesta: '250 Ok', idDelProveedor: randomUUID() } as const;
  envio = {
    ...escenario.ctx,
    actor: { tipo: 'SISTEMA' },
    esDemo: true,
    correo: {
      send: async ({ contenido }) => {
        enviados.push(textoEnviado(contenido));
        return veredicto;
      },
      close: () => undefined,
    },
    sms: {
      send: async ({ texto }) => {
        enviados.push(texto);
        return { ...veredicto, idDelProveedor: randomUUID() };
      },
    },
  };
});
afterAll(() => sola?.$disconnect());

async function register(de: Titular, valor: string) {
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(de.ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return escenario.db.aviso.findFirstOrThrow({ where: { medio: { folio: result.value.folio } } });
}

const list = (de: Titular, antesDe: string | null = null, cambios: Partial<ContextoDeEnvio> = {}) =>
  listComunicados({ ...de.ctx, esDemo: true, ...cambios, actor: de.ctx.actor }, antesDe);

describe('the messages of a titular', () => {
  it('are theirs and nobody else’s, those made last first', async () => {
    const primero = await register(titular, CORREO);
    const otro = await escenario.enter(OTRO_RFC);
    await register(otro, CORREO);
    const segundo = await register(titular, '5512345678');
    expect((await list(titular)).comunicados.map(({ id }) => id)).toEqual([segundo.id, primero.id]);
    const { comunicados } = await list(otro);
    expect(comunicados).toHaveLength(1);
    expect(comunicados[0]?.folio).not.toBe(primero.folio);
    // Not from a place of someone else's list either.
    const desde = comunicados[0]?.id ?? '';
    expect((await list(titular, desde)).comunicados.map(({ id }) => id)).toEqual([primero.id]);
  });

  it('are told with the words that were sent, but for the link and the code', async () => {
    await sendAviso(envio, (await register(titular, CORREO)).id, { isLast: false });
    await sendAviso(envio, (await register(titular, '5512345678')).id, { isLast: false });
    const { comunicados } = await list(titular);
    expect(comunicados.map(({ estado, redaccion }) => [estado, redaccion])).toEqual([
      ['ACEPTADO', 'LA_ENVIADA'],
      ['ACEPTADO', 'LA_ENVIADA'],
    ]);
    const [correo = '', sms = ''] = enviados;
    const cubiertos = comunicados.map(({ contenido }) => textoEnviado(contenido)).reverse();
    expect(cubiertos).toEqual([
      correo.replaceAll(/(\/validar\/correo\/)[\w-]{54}/g, '$1*****'),
      sms.replace(/\d{5}/, '*****'),
    ]);
    expect(cubiertos[0]).not.toBe(correo);
    expect(cubiertos[1]).not.toBe(sms);
  });

  it('say whether they were never sent, were of another wording, or tell something that has changed', async () => {
    const { id } = await register(titular, CORREO);
    const redaccion = async (cambios = {}) => (await list(titular, null, cambios)).comunicados[0]?.redaccion;
    expect(await redaccion()).toBe('SIN_ENVIAR');
    await sendAviso(envio, id, { isLast: false });
    expect(await redaccion({ appUrl: 'https://otro.example' })).toBe('OTROS_DATOS');
    // Without the key nobody can tell, and looking changes no link.
    const { claveId } = await escenario.db.medioDeContacto.findFirstOrThrow();
    expect(await redaccion({ claves: createClaves(['otro secreto de treinta y dos caracteres']) })).toBe('OTROS_DATOS');
    expect(await escenario.db.medioDeContacto.findFirstOrThrow()).toMatchObject({ claveId });
    await alterarDatos(`UPDATE intento_de_envio SET plantilla = 'valida-correo/1'`);
    expect(await redaccion()).toBe('OTRA_VERSION');
  });

  it('come in pages that an index walks: the last costs what the first does', async () => {
    const { medioId } = await register(titular, CORREO);
    const { titularId } = titular.ctx.actor;
    const nuevos = Array.from({ length: 600 }, () => ({
      titularId,
      medioId,
      tipo: 'VALIDA_CORREO' as const,
      mecanismo: 'CORREO_ELECTRONICO' as const,
      destino: CORREO,
      destinoComparable: CORREO,
      estado: 'DESCARTADO' as const,
      creadoEn: escenario.ctx.now(),
      resueltoEn: escenario.ctx.now(),
    }));
    await escenario.db.aviso.createMany({ data: nuevos });
    await escenario.db.$executeRaw`ANALYZE aviso`;
    sola = createDb(testDatabaseUrl(), { max: 1 });
    const db = sola;
    const seen: string[] = [];
    const costs: number[] = [];
    let antesDe: string | null = null;
    do {
      costs.push(
        await countFilasLeidas(db, async () => {
          const page = await list(titular, antesDe, { db });
          seen.push(...page.comunicados.map(({ id }) => id));
          antesDe = page.siguiente;
        }),
      );
    } while (antesDe !== null);
    expect(seen).toHaveLength(601);
    expect(new Set(seen).size).toBe(601);
    expect(Math.max(...costs)).toBeLessThan(150);
  });
});
