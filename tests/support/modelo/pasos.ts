import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { cancelEveryMedioVencido, cancelMedio } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { registerMediosDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { disownCorreo, reopenCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { importPadron } from '#tramites/padron/import-padron.ts';
import { endRepresentacion, settleRepresentaciones } from '#tramites/representacion/end-representacion.ts';
import { closePeticion, listPeticiones } from '#tramites/representacion/list-peticiones.ts';
import { proposeRepresentacion } from '#tramites/representacion/propose-representacion.ts';
import { requestRepresentaciones, tellPeticiones } from '#tramites/representacion/request-representaciones.ts';
import { firmarSolicitud } from '../activar.ts';
import { enterPor } from '../actuar.ts';
import type { Escenario, Titular } from '../escenario.ts';
import { eliminarConFirma } from '../firmar-acto.ts';
import { registrar } from '../muchos-titulares.ts';
import { registerForRegistros } from '../registros.ts';
import { BUENA, firmarDesignacion } from '../representar.ts';
import { contextoDeEnvio } from '../soporte.ts';

type Designacion = Awaited<ReturnType<Escenario['db']['representacion']['findUniqueOrThrow']>>;

const HOUR_MS = 3_600_000;

/** Two titulares who share addresses, and a hand that draws numbers: the same seed walks the same way. */
export interface Mundo {
  escenario: Escenario;
  titulares: readonly Titular[];
  /** A whole number below `below`. */
  draw: (below: number) => number;
}

const VALORES = ['ana@correo.example', 'Ana@correo.example', 'nomina@espiga.example', '5512345678', '5587654321'];
const NUMEROS = ['Y6000001101', 'Y6000002109', 'Y6000003107', 'Y6000004105'];

const pick = <T>({ draw }: Mundo, of: readonly T[]): T => of[draw(of.length)] as T;
const any = (mundo: Mundo) => pick(mundo, mundo.titulares);

/** A medio of that titular, or of anybody: dead ones too, which are to refuse. */
async function anyMedio(mundo: Mundo, titular?: Titular) {
  const where = titular ? { titularId: titular.ctx.actor.titularId } : {};
  const medios = await mundo.escenario.db.medioDeContacto.findMany({ where, orderBy: { folio: 'asc' } });
  return medios.length > 0 ? pick(mundo, medios) : null;
}

async function tokenOf(mundo: Mundo): Promise<string> {
  const medio = await anyMedio(mundo);
  return medio ? (buildToken(mundo.escenario.ctx.claves, medio) ?? '') : '';
}

/** What may happen. Whatever does not apply is refused, as in life; nothing throws. */
export const PASOS: Record<string, (mundo: Mundo) => Promise<unknown>> = {
  'one registers for the RFC': (mundo) => registrar(any(mundo).ctx, pick(mundo, VALORES)),
  'one registers e-mail and phone at once': (mundo) =>
    registerMediosDeContacto(any(mundo).ctx, [
      { mecanismo: 'CORREO_ELECTRONICO', valor: pick(mundo, VALORES.slice(0, 3)), peticionId: randomUUID() },
      { mecanismo: 'TELEFONO', valor: pick(mundo, VALORES.slice(3)), peticionId: randomUUID() },
    ]),
  'one registers for registros': (mundo) =>
    registerForRegistros(any(mundo), pick(mundo, VALORES), mundo.draw(2) ? 'todos' : NUMEROS.slice(mundo.draw(4))),
  'somebody opens a link and presses': async (mundo) => validateCorreo(mundo.escenario.ctx, await tokenOf(mundo)),
  'the same link is pressed twice at once': async (mundo) => {
    const token = await tokenOf(mundo);
    await Promise.all([1, 2].map(() => validateCorreo(mundo.escenario.ctx, token)));
  },
  'the right code is typed': (mundo) => typeCode(mundo, (codigo) => codigo),
  'a wrong code is typed': (mundo) => typeCode(mundo, (codigo) => String((Number(codigo) + 1) % 1e5).padStart(5, '0')),
  'another message is asked for': (mundo) => withOwn(mundo, (titular, folio) => resendMensaje(titular.ctx, folio)),
  'a medio is removed': (mundo) =>
    withOwn(mundo, async (titular, folio) => {
      const removed = await removeMedioDeContacto(titular.ctx, folio);
      if (!removed.ok && removed.error === 'BAJA_PIDE_FIRMA') await eliminarConFirma(titular, folio);
    }),
  'somebody else asks for its removal': async (mundo) => {
    const medio = await anyMedio(mundo);
    const other = mundo.titulares.find(({ ctx }) => ctx.actor.titularId !== medio?.titularId);
    if (medio && other && (await removeMedioDeContacto(other.ctx, medio.folio)).ok) throw new Error('not theirs');
  },
  'registros leave a medio': (mundo) =>
    withOwn(mundo, (titular, folio) =>
      removeRegistrosDeMedio(titular.ctx, { folio, numeros: NUMEROS.slice(mundo.draw(4)) }),
    ),
  'an address is disowned': async (mundo) =>
    disownCorreo(mundo.escenario.ctx, await tokenOf(mundo), { paraTodos: mundo.draw(2) === 1 }),
  'its owner takes that back': async (mundo) => reopenCorreo(mundo.escenario.ctx, await tokenOf(mundo)),
  'the solicitud is signed': (mundo) => firmarSolicitud(any(mundo)).catch(() => undefined),
  'the padrón is loaded': loadPadron,
  'a message is accepted': (mundo) => send(mundo, { aceptado: true, respuesta: '250', idDelProveedor: randomUUID() }),
  'a message is put off': (mundo) => send(mundo, { aceptado: false, definitivo: false, respuesta: '451' }),
  'a message is refused': (mundo) => send(mundo, { aceptado: false, definitivo: true, respuesta: '550' }),
  'two workers have the same message': (mundo) =>
    send(mundo, { aceptado: true, respuesta: '250', idDelProveedor: randomUUID() }, 2),
  'what is due ends': ({ escenario }) => cancelEveryMedioVencido({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }),
  'the job of a medio comes early, or again': async (mundo) => {
    const medio = await anyMedio(mundo);
    if (medio) await cancelMedio({ ...mundo.escenario.ctx, actor: { tipo: 'SISTEMA' } }, medio.id);
  },
  'a minute passes': async ({ escenario }) => escenario.advance(61_000),
  'hours pass': async ({ escenario, draw }) => escenario.advance(draw(80) * HOUR_MS),
  'the clock goes back': async ({ escenario, draw }) => escenario.advance(-draw(3) * HOUR_MS),
};

/** Where one may act for the other. */
export const PASOS_DE_DESIGNACION: typeof PASOS = {
  'one asks the other to be named': (mundo) => {
    const quien = any(mundo);
    return requestRepresentaciones(quien.ctx, [otherOf(mundo, quien).ctx.actor.rfc]);
  },
  'who is asked is told': (mundo) =>
    tellPeticiones({ ...mundo.escenario.ctx, actor: { tipo: 'SISTEMA' } }, any(mundo).ctx.actor.titularId),
  'who is asked says no': async (mundo) => {
    const { ctx } = any(mundo);
    for (const { id } of await listPeticiones(ctx)) await closePeticion(ctx, id, mundo.draw(4) === 0);
  },
  'one names the other': (mundo) => {
    const titular = any(mundo);
    const { rfc } = otherOf(mundo, titular).ctx.actor;
    const registros = mundo.draw(3) === 0 ? NUMEROS.slice(0, 2).join('\n') : '';
    return proposeRepresentacion(titular.ctx, { ...BUENA, rfc, registros });
  },
  'one side signs a designation': (mundo) => signDesignacion(mundo, [any(mundo)]),
  'both sides sign a designation': (mundo) => signDesignacion(mundo, mundo.titulares),
  'both sides sign a designation at once': (mundo) => signDesignacion(mundo, mundo.titulares, true),
  'a side ends a designation': (mundo) =>
    withDesignacion(mundo, async (folio) => endRepresentacion(any(mundo).ctx, folio)),
  'designations that are over are settled': ({ escenario }) =>
    settleRepresentaciones({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } }),
  'one acts for the other': (mundo) =>
    withDesignacion(mundo, async (folio, { estado, hasta }) => {
      const quien = any(mundo);
      const ctx = await enterPor(quien, folio);
      if (ctx && (estado !== 'VIGENTE' || hasta <= ctx.now() || ctx.actor.titularId === quien.ctx.actor.titularId))
        throw new Error('nobody may act here');
      if (ctx) await registrar(ctx, pick(mundo, VALORES));
    }),
};

async function withOwn(mundo: Mundo, act: (titular: Titular, folio: string) => Promise<unknown>): Promise<void> {
  const titular = any(mundo);
  const medio = await anyMedio(mundo, titular);
  if (medio) await act(titular, medio.folio);
}

function otherOf({ titulares }: Mundo, quien: Titular): Titular {
  return titulares.find((titular) => titular !== quien) ?? quien;
}

/** The newest most of the time: the others have ended. */
async function withDesignacion<T>(mundo: Mundo, act: (folio: string, fila: Designacion) => Promise<T>) {
  const filas = await mundo.escenario.db.representacion.findMany({ orderBy: { folio: 'desc' } });
  const fila = mundo.draw(4) > 0 ? filas[0] : filas[mundo.draw(filas.length || 1)];
  return fila && act(fila.folio, fila);
}

async function signDesignacion(mundo: Mundo, firmantes: readonly Titular[], isAtOnce = false): Promise<void> {
  await withDesignacion(mundo, async (folio) => {
    const sign = async ({ ctx, efirma }: Titular) =>
      firmarDesignacion(ctx, efirma, folio).catch((error: Error) => {
        if (error.message !== 'DESIGNACION_CERRADA') throw error;
      });
    if (isAtOnce) await Promise.all(firmantes.map(sign));
    else for (const firmante of firmantes) await sign(firmante);
  });
}

async function typeCode(mundo: Mundo, alter: (codigo: string) => string): Promise<void> {
  await withOwn(mundo, async (titular, folio) => {
    const { id, claveId } = await mundo.escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    const hmac = mundo.escenario.ctx.claves.derive(claveId, 'codigo-de-celular', id);
    if (hmac) await validateCelular(titular.ctx, { folio, codigo: alter(codeFromHmac(hmac)) });
  });
}

/** Some registros of one titular or the other, some of them ended. */
async function loadPadron(mundo: Mundo): Promise<void> {
  const filas = NUMEROS.slice(mundo.draw(4)).map((numero) => {
    const { rfc, nombre } = any(mundo).ctx.actor;
    return `${rfc},${nombre},${numero},Tijuana,,${mundo.draw(3) === 0 ? 'baja' : 'vigente'}`;
  });
  const csv = ['rfc,nombre,registro_patronal,subdelegacion,domicilio,estado', ...filas].join('\n');
  await importPadron(
    { ...mundo.escenario.ctx, actor: { tipo: 'SISTEMA' } },
    { open: () => Readable.from([Buffer.from(csv)]) },
    { onObservaciones: async () => undefined, onAvance: () => undefined },
  );
}

async function send(mundo: Mundo, answer: VeredictoDeEnvio, hands = 1): Promise<void> {
  const where = { estado: 'PENDIENTE' } as const;
  const avisos = await mundo.escenario.db.aviso.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } });
  if (avisos.length === 0) return;
  const { id } = pick(mundo, avisos);
  const ctx = contextoDeEnvio(mundo.escenario.ctx, () => answer);
  // What is put off is an error to the queue, which tries again.
  await Promise.all(Array.from({ length: hands }, () => sendAviso(ctx, id, { isLast: false }).catch(() => undefined)));
}
