import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { verifyOcspAnswer } from '#infra/ocsp/verify-ocsp-answer.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import {
  findAcuseByArchivo,
  findAcuseDeFolio,
  findAcuseVerificable,
  valorDe,
} from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { activar } from '../../support/activar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(): Promise<Folio> {
  const result = await registerMedioDeContacto(titular.ctx, {
    mecanismo: 'CORREO_ELECTRONICO',
    valor: 'ana@correo.example',
    peticionId: randomUUID(),
  });
  if (!result.ok) throw new Error(result.error);
  return toFolio(result.value.folio);
}

function toFolio(text: string): Folio {
  const folio = parseFolio(text);
  if (!folio.ok) throw new Error(folio.error);
  return folio.value;
}

async function valueFor(folio: string): Promise<string> {
  return valorDe((await escenario.db.acuse.findFirstOrThrow({ where: { folio }, orderBy: { fecha: 'desc' } })).sello);
}

async function find(folio: Folio) {
  const acuse = await findAcuseVerificable(escenario.ctx, { folio, tipo: null, valor: await valueFor(folio) });
  if (!acuse) throw new Error('not found');
  return acuse;
}

const verify = async (folio: Folio, archivo: string | null = null) =>
  verifyAcuse(escenario.ctx, await find(folio), archivo);

const emit = async (folio: Folio) =>
  printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, (await find(folio)).id);

describe('verifying an acuse', () => {
  it('says that it is genuine, what it certifies and the state today', async () => {
    const folio = await register();
    expect(await verify(folio)).toMatchObject({
      fallas: [],
      datos: { tipo: 'REGISTRO', folio },
      archivo: null,
      estadoActual: { de: 'MEDIO', estado: 'EN_PROCESO' },
    });
    const removed = await removeMedioDeContacto(titular.ctx, folio);
    expect(removed.ok).toBe(true);
    expect((await verify(folio)).estadoActual).toMatchObject({ estado: 'BAJA', fechaDeBaja: expect.any(Date) });
  });

  it('of a solicitud judges text, signature and e.firma at the time of signing, also when the e.firma has expired', async () => {
    const folio = toFolio(await activar(titular));
    escenario.advance(10 * 365 * 86_400_000);
    expect(await verify(folio)).toMatchObject({ fallas: [], estadoActual: { de: 'SOLICITUD', estado: 'FIRMADA' } });
  });

  it('is recorded each time, without saying who asked', async () => {
    const folio = await register();
    await verify(folio);
    expect(await escenario.db.bitacora.findFirst({ where: { evento: 'ACUSE_VERIFICADO' } })).toMatchObject({
      folio,
      actor: 'NADIE',
    });
  });

  it('compares a file with the issued document, by its hash', async () => {
    const folio = await register();
    const anything = hashDe(Buffer.from('otro archivo'));
    expect((await verify(folio, anything)).archivo).toBe('SIN_DOCUMENTO');
    const pdf = await emit(folio);
    expect((await verify(folio, hashDe(pdf))).archivo).toBe('IGUAL');
    const altered = Buffer.from(pdf);
    altered.writeUInt8(altered.readUInt8(1000) ^ 1, 1000);
    expect((await verify(folio, hashDe(altered))).archivo).toBe('DISTINTO');
  });

  it('does not call the genuine document of another acuse altered, also while its own is being made', async () => {
    const folio = await register();
    await removeMedioDeContacto(titular.ctx, folio);
    const otro = hashDe(await emit(await register()));
    expect((await verify(folio, otro)).archivo).toBe('OTRO_ACUSE');
    await emit(folio);
    expect((await verify(folio, otro)).archivo).toBe('OTRO_ACUSE');
  });
});

describe('finding an acuse to verify', () => {
  it('needs its check value: an unknown folio, another tipo and a wrong value are the same nothing', async () => {
    const folio = await register();
    const valor = await valueFor(folio);
    const search = (comprobante: Partial<Parameters<typeof findAcuseVerificable>[1]>) =>
      findAcuseVerificable(escenario.ctx, { folio, tipo: 'REGISTRO', valor, ...comprobante });
    expect(await search({})).toMatchObject({ folio });
    expect(await search({ tipo: 'BAJA' })).toBeNull();
    expect(await search({ valor: valor.replace(/./, (sign) => (sign === 'A' ? 'B' : 'A')) })).toBeNull();
    expect(await search({ folio: 'BI-2026.99999999-00' as Folio })).toBeNull();
  });

  it('asks the same of the database for a folio that exists and for one that does not: no time tells them apart', async () => {
    const folio = await register();
    const asked: unknown[] = [];
    const db = escenario.db.$extends({
      query: {
        $allOperations({ model, operation, args, query }) {
          asked.push([model, operation, Object.keys((args as { select: object }).select)]);
          return query(args);
        },
      },
    }) as unknown as Escenario['db'];
    const lectura: Contexto['lectura'] = (read) => read(db);
    const ask = async (of: Folio) => {
      asked.length = 0;
      expect(await findAcuseVerificable({ lectura }, { folio: of, tipo: 'REGISTRO', valor: 'AAAAAAAAAA' })).toBeNull();
      return [...asked];
    };
    const wrongValue = await ask(folio);
    expect(wrongValue).toEqual([['Acuse', 'findMany', ['id', 'sello']]]);
    expect(await ask('BI-2026.99999999-67' as Folio)).toEqual(wrongValue);
  });

  it('takes the document itself instead, by its hash', async () => {
    const folio = await register();
    const pdf = await emit(folio);
    expect(await findAcuseByArchivo(escenario.ctx, hashDe(pdf))).toMatchObject({ folio, tipo: 'REGISTRO' });
    expect(await findAcuseByArchivo(escenario.ctx, hashDe(Buffer.from('otro')))).toBeNull();
  });
});

describe('what somebody with the database in hand changes is noticed', () => {
  const QUITAR_CARACTER = "jsonb_set(datos, '{nombre}', '\"OTRA PERSONA\"')";
  it.each<[string, FallaDeAcuse[]]>([
    [`UPDATE acuse SET datos = ${QUITAR_CARACTER}`, ['CADENA_DISTINTA']],
    ["UPDATE acuse SET cadena_original = cadena_original || ' '", ['CADENA_DISTINTA', 'SELLO_INVALIDO']],
    ["UPDATE acuse SET fecha = '1999-01-01'", ['CERTIFICADO_NO_VIGENTE']],
    ["UPDATE acuse_documento SET pdf = '\\x00'", ['DOCUMENTO_ALTERADO']],
  ])('%s', async (statement, fallas) => {
    const folio = await register();
    await emit(folio);
    await alterarDatos(statement);
    expect((await verify(folio)).fallas).toEqual(fallas);
  });

  it('registros that were not there', async () => {
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
    const result = await registerForRegistros(titular, 'nomina@correo.example', 'todos');
    if (!result.ok) throw new Error(result.error);
    const folio = toFolio(result.value.folio);
    expect((await verify(folio)).fallas).toEqual([]);
    await alterarDatos(
      'DELETE FROM alcance_de_medio WHERE registro_patronal_id = (SELECT min(id) FROM registro_patronal)',
    );
    expect((await verify(folio)).fallas).toEqual(['REGISTROS_DISTINTOS']);
  });

  it.each<[string, FallaDeAcuse[]]>([
    [
      "UPDATE acuse SET datos = jsonb_set(datos, '{cadenaFirmada}', '\"||otra||\"') WHERE tipo = 'SOLICITUD'",
      ['SOLICITUD_DISTINTA', 'FIRMA_INVALIDA'],
    ],
    ["UPDATE certificado SET der = '\\x3000'", ['EFIRMA_INVALIDA']],
    [
      `UPDATE acuse SET datos = jsonb_set(datos, '{textoSha256}', '"${'0'.repeat(64)}"') WHERE tipo = 'SOLICITUD'`,
      ['CADENA_DISTINTA', 'TEXTO_DISTINTO', 'SOLICITUD_DISTINTA', 'FIRMA_INVALIDA'],
    ],
  ])('%s', async (statement, fallas) => {
    const folio = toFolio(await activar(titular));
    await alterarDatos(statement);
    expect((await verify(folio)).fallas).toEqual(fallas);
  });

  it.each<[string, FallaDeAcuse[]]>([
    ["UPDATE solicitud SET firma = '\\x00'", ['SOLICITUD_DISTINTA']],
    ["UPDATE solicitud SET cadena_original = '||otra||'", ['SOLICITUD_DISTINTA']],
    ["UPDATE solicitud SET fecha = fecha - interval '1 day'", ['SOLICITUD_DISTINTA']],
    ["UPDATE solicitud SET texto_version = 'solicitud/otra'", ['SOLICITUD_DISTINTA']],
    ["UPDATE solicitud SET estado = 'INVALIDA'", ['SOLICITUD_DISTINTA']],
    ["UPDATE titular SET rfc = 'XIA190128J61'", ['TITULAR_DISTINTO']],
    ["UPDATE consulta_ocsp SET resultado = 'REVOCADO'", ['REVOCACION_INVALIDA']],
    ['UPDATE consulta_ocsp SET respuesta = NULL', ['REVOCACION_INVALIDA']],
    ['DELETE FROM solicitud', ['SOLICITUD_DISTINTA']],
  ])('of a solicitud: %s', async (statement, fallas) => {
    const folio = toFolio(await activar(titular));
    await alterarDatos(statement);
    expect((await verify(folio)).fallas).toEqual(fallas);
  });

  it('of a solicitud, by the bytes of what the revocation service answered, where they can be judged', async () => {
    const folio = toFolio(await activar(titular));
    escenario.ctx.verifyOcsp = verifyOcspAnswer;
    expect((await verify(folio)).fallas).toEqual(['REVOCACION_INVALIDA']);
  });

  it.each([
    "valor = 'otra@correo.example'",
    "fecha_de_registro = fecha_de_registro - interval '1 minute', plazo_desde = plazo_desde - interval '1 minute', vence_en = vence_en - interval '1 minute'",
    'titular_id = gen_random_uuid()',
    'registros = 3',
    "mecanismo = 'TELEFONO'",
  ])('of a medio: %s', async (change) => {
    const folio = await register();
    await alterarDatos(`UPDATE medio_de_contacto SET ${change}`);
    expect((await verify(folio)).fallas).toEqual(['MEDIO_DISTINTO']);
  });

  it('of a removal, its date', async () => {
    const folio = await register();
    await removeMedioDeContacto(titular.ctx, folio);
    await alterarDatos("UPDATE medio_de_contacto SET fecha_de_baja = fecha_de_baja + interval '1 hour'");
    const acuse = await findAcuseDeFolio(escenario.ctx, folio, 'BAJA');
    expect(acuse && (await verifyAcuse(escenario.ctx, acuse, null)).fallas).toEqual(['MEDIO_DISTINTO']);
  });
});

it('a file that carries the seal and is not the stored one is told from an altered one', async () => {
  const folio = await register();
  await emit(folio);
  const acuse = await find(folio);
  const compare = async (selloDelArchivo: string) =>
    (await verifyAcuse(escenario.ctx, acuse, hashDe('otro'), { selloDelArchivo })).archivo;
  expect(await compare(escenario.ctx.sello.huella)).toBe('SELLADO_APARTE');
  expect(await compare('0'.repeat(64))).toBe('DISTINTO');
});
