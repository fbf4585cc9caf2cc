import { beforeEach, describe, expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { cancelMedio } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE, registrar, tokenDe } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const CORREO = 'ana.gomez@correo.example';
const MOTIVO = { motivo: 'LLAMADA_DEL_TITULAR', detalle: 'Confirmar con él la dirección' };

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  ({ ctx } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION));
});

async function consult(folio: string, isCubierto = false) {
  const leido = await consultFolio(ctx, folio, { isCubierto });
  if (!leido) throw new Error(`no folio ${folio}`);
  return folioEnPalabras(leido);
}

async function tell(folio: string): Promise<string[]> {
  const { cronologia } = await consult(folio);
  return cronologia.map(({ texto, quien, detalle }) => `${quien} · ${texto}${detalle ? ` · ${detalle}` : ''}`);
}

/** Runs the job of the folio's last message. */
async function send(folio: string, answer: VeredictoDeEnvio, isLast = false): Promise<void> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({
    where: { medio: { folio } },
    orderBy: { creadoEn: 'desc' },
  });
  await sendAviso(
    contextoDeEnvio(escenario.ctx, () => answer),
    id,
    { isLast },
  ).catch(() => undefined);
}

describe('the folio of an e-mail address', () => {
  it('tells its whole story in order: registration, attempts, openings, validation, receipts, and who looked', async () => {
    const folio = await registrar(titular, CORREO);
    escenario.advance(SECOND);
    await send(folio, { aceptado: false, definitivo: false, respuesta: `451 <${CORREO}> greylisted` });
    escenario.advance(SECOND);
    await send(folio, {
      aceptado: true,
      respuesta: '250 queued as 4XyZ',
      idDelProveedor: '4XyZ 1',
    });
    escenario.advance(SECOND);
    const token = await tokenDe(titular, folio);
    await recordApertura(escenario.ctx, token, { metodo: 'HEAD', agente: 'PROGRAMA' });
    escenario.advance(SECOND);
    await recordApertura(titular.ctx, token, { metodo: 'GET', agente: 'NAVEGADOR' });
    escenario.advance(SECOND);
    await validateCorreo(titular.ctx, token);
    escenario.advance(SECOND);
    await addNota(ctx, { folio, texto: 'Ya pudo validar.' });
    escenario.advance(SECOND);
    expect(await tell(folio)).toEqual([
      'El titular · Se registró el medio de contacto para el RFC.',
      'El titular · Se emitió el acuse de registro.',
      'El portal · Se preparó el correo con el enlace para validar, para a•••@c•••.example.',
      expect.stringMatching(
        /^El servidor de correo · Intento 1 .* no lo aceptó\. · 451 <a•••@c•••\.example> greylisted\n/,
      ),
      expect.stringMatching(
        /^El servidor de correo · Intento 2 .* lo aceptó\. · 250 queued as 4XyZ\nTexto \S+; HMAC-SHA256 /,
      ),
      expect.stringMatching(/^Un programa · Se abrió el enlace\. · Lo abrió un programa/),
      expect.stringMatching(/^El titular · Se abrió el enlace\. · Lo abrió el titular, con su sesión/),
      'El titular · Se validó con el enlace y la sesión del titular en el mismo navegador.',
      'El titular · Se emitió el acuse de validación.',
      'El portal · Se preparó el correo que confirma la validación, para a•••@c•••.example.',
      'Soporte: PERSONA DE ATENCION · Agregó una nota. · Ya pudo validar.',
      'Soporte: PERSONA DE ATENCION · Consultó este folio.',
    ]);
  });

  it('shows nothing personal until a reason is given, then its own data and nobody else’s', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'otro.contacto@despacho.example');
    const folio = await registrar(titular, CORREO);
    await send(folio, {
      aceptado: false,
      definitivo: false,
      respuesta: `451 ${CORREO} or otro.contacto@despacho.example`,
    });
    const { rfc, nombre } = titular.ctx.actor;
    for (const dato of [CORREO, rfc, nombre, 'otro.contacto'])
      expect(JSON.stringify(await consult(folio))).not.toContain(dato);
    await showDatos(ctx, { folio, ...MOTIVO });
    const shown = await consult(folio);
    for (const dato of [CORREO, rfc, nombre]) expect(JSON.stringify(shown)).toContain(dato);
    expect(JSON.stringify(shown)).not.toContain('otro.contacto');
    expect(shown.mostradosHasta).toEqual(new Date(ctx.now().getTime() + 600 * SECOND));
    expect(JSON.stringify(await consult(folio, true)), 'covered again').not.toContain(CORREO);
    escenario.advance(600 * SECOND);
    expect(JSON.stringify(await consult(folio)), 'after ten minutes').not.toContain(CORREO);
  });

  it('says what waits in the queue and when it runs', async () => {
    const folio = await registrar(titular, CORREO);
    const { pendientes } = await consult(folio);
    expect(pendientes.map(({ texto }) => texto).sort()).toEqual([
      'Cancelar el registro, si nadie lo valida antes.',
      'Entregar el correo con el enlace para validar.',
      'Hacer el PDF de un acuse.',
    ]);
    expect(pendientes.at(-1)?.cuando).toEqual(new Date(ctx.now().getTime() + 72 * HOUR));
    await escenario.db
      .$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 2 WHERE key LIKE 'enviar-aviso:%'`;
    await escenario.db.$executeRaw`
      UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key LIKE 'emitir-acuse:%'`;
    expect((await consult(folio)).pendientes.map(({ texto }) => texto)).toEqual(
      expect.arrayContaining([
        'Entregar el correo con el enlace para validar (van 2 intentos).',
        'Hacer el PDF de un acuse: la cola dejó de intentarlo.',
      ]),
    );
  });

  it('sums up in one look where it stands', async () => {
    const folio = await registrar(titular, CORREO);
    await send(folio, { aceptado: true, respuesta: '250 Ok', idDelProveedor: '1' });
    escenario.advance(32 * HOUR);
    expect((await consult(folio)).resumen.frases).toEqual([
      expect.stringContaining('El correo está en proceso: quedan 40 horas para validarlo'),
      expect.stringContaining('El correo se entregó al servidor de correo el'),
      'El enlace no se ha abierto.',
    ]);
    escenario.advance(40 * HOUR);
    expect((await consult(folio)).resumen.frases[0], 'whatever the worker has done').toContain('pasaron las 72 horas');
  });

  it('tells of the solicitud that was signed and the aclaración that was filed, which have folios of their own', async () => {
    const deSolicitud = await activar(titular);
    const folio = await registrar(titular, CORREO);
    const deAclaracion = await presentar(titular, { folioDelMedio: folio });
    const told = (await tell(folio)).join('\n');
    expect(told).toContain(`Se firmó la solicitud y manifestación, con el folio ${deSolicitud}.`);
    expect(told).toContain(`Se presentó una aclaración sobre este medio, con el folio ${deAclaracion}.`);
  });
});

describe('the folio of a phone', () => {
  it('tells wrong codes, delivery and expiry', async () => {
    const folio = await registrar(titular, '5512345678');
    await send(folio, { aceptado: true, respuesta: 'queued', idDelProveedor: 'SM1' });
    escenario.advance(SECOND);
    await recordEntrega(escenario.ctx, 'SM1', { estado: 'delivered', codigo: '' });
    escenario.advance(SECOND);
    for (const codigo of ['00000', '00001']) await validateCelular(titular.ctx, { folio, codigo });
    escenario.advance(72 * HOUR);
    const { id } = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio }, select: { id: true } });
    await cancelMedio({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }, id);
    const told = await tell(folio);
    expect(told.slice(3)).toEqual([
      expect.stringContaining('el proveedor de SMS lo aceptó. · queued'),
      'El proveedor de SMS · Sobre el SMS con el código para validar, el proveedor informó que lo entregó al teléfono.',
      'El titular · Se capturó un código incorrecto; va 1 de diez.',
      'El titular · Se capturó un código incorrecto; van 2 de diez.',
      'El portal · Se canceló: pasaron las 72 horas sin que se validara.',
      expect.stringContaining('Consultó este folio.'),
    ]);
  });
});

describe('who looked', () => {
  it('is recorded each time, by whom, and told in the folio', async () => {
    const folio = await registrar(titular, CORREO);
    const otra = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
    escenario.advance(SECOND);
    await consult(folio);
    await consult(folio);
    escenario.advance(SECOND);
    await consultFolio(otra.ctx, folio, { isCubierto: false });
    const looks = await escenario.db.bitacora.findMany({
      where: { evento: 'FOLIO_CONSULTADO' },
      orderBy: { id: 'asc' },
    });
    expect(looks.map(({ actor }) => actor)).toEqual([
      `SOPORTE:${ctx.actor.sesionId}`,
      `SOPORTE:${ctx.actor.sesionId}`,
      `SOPORTE:${otra.ctx.actor.sesionId}`,
    ]);
    expect(looks.every(({ titularId, folio: of }) => titularId === titular.ctx.actor.titularId && of === folio)).toBe(
      true,
    );
    const { cronologia } = await consult(folio);
    expect(cronologia.slice(-3)).toMatchObject([
      { quien: 'Soporte: PERSONA DE ATENCION', veces: 2 },
      { quien: 'Soporte: PERSONA DE CONSULTA', veces: 1 },
      { quien: 'Soporte: PERSONA DE ATENCION', veces: 1 },
    ]);
  });
});
