import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { LANES } from '#domain/tarea/lanes.ts';
import { createCorreo } from '#infra/correo/correo.ts';
import type { Settings } from '#infra/env/settings.ts';
import { createCorte } from '#infra/http/corte.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { type Intento, type Queue, runQueue } from '#infra/queue/run-queue.ts';
import { openMaildir } from '#infra/rebotes/maildir.ts';
import { readRebote } from '#infra/rebotes/read-rebote.ts';
import { createSms } from '#infra/sms/sms.ts';
import { describeSalud } from '#server/describe-salud.ts';
import { describeMetricas } from '#server/metricas.ts';
import { openWorkerDoor } from '#server/open-worker-door.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { stampAcuse } from '#tramites/acuse/stamp-acuse.ts';
import { importRebotes } from '#tramites/aviso/import-rebotes.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { settleForgottenAvisos } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { anchorBitacora, stampAnclas } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import type { Actor } from '#tramites/contexto.ts';
import { settleCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { cancelEveryMedioVencido, cancelMedio, cancelTanda } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { tellMediosAntiguos } from '#tramites/medio-de-contacto/tell-medios-antiguos.ts';
import { addRenovaciones } from '#tramites/registro/add-renovaciones.ts';
import { storeCabeza } from '#tramites/registro/cabezas.ts';
import { settleRepresentaciones } from '#tramites/representacion/end-representacion.ts';
import { tellPeticiones } from '#tramites/representacion/request-representaciones.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { verifySolicitud } from '#tramites/solicitud/verify-solicitud.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import type { Tareas } from '#tramites/tarea/add-tarea.ts';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';

/** All other hands may have one each, and codes still find some. */
const CONEXIONES = 16;
const SISTEMA: Actor = { tipo: 'SISTEMA' };
const SE_DETIENE = { listo: false, componentes: { worker: SALUD.seDetiene } };
/** In seconds. What is written is chained within ten, also when a run has to wait for its turn. */
const PERIODIC = {
  'encadenar-bitacora': 4,
  'cancelar-vencidos': 60,
  'leer-rebotes': 60,
  'anclar-bitacora': 600,
  'sumar-tablero': 300,
  limpiar: 3600,
};

/** Composition root of the worker: runs the queue in this process until `stop`. */
export async function startWorker(settings: Settings): Promise<Queue> {
  // Past a pooler of transactions, where the limits of this connection would be the next one's (DATABASE_URL_DIRECTA).
  const databaseUrl = settings.databaseUrlDirecta ?? settings.databaseUrl;
  const parts = createParts({ ...settings, databaseUrl }, { trabajo: 'WORKER', conexiones: CONEXIONES });
  const { log, esDemo } = parts;
  const { correo, sms, shut } = createEnvio(settings);
  const ctx = { ...parts, actor: SISTEMA, correo, sms, esDemo, renderAcuse };
  const buzon = settings.rebotesMaildir === null ? null : openMaildir(settings.rebotesMaildir);
  const queue = runQueue({
    connectionString: databaseUrl,
    lanes: LANES,
    shut,
    periodic: PERIODIC,
    log,
    handlers: {
      'enviar-aviso': ({ avisoId }, intento) => sendAviso(ctx, avisoId, intento),
      'enviar-noticia': ({ avisoId }, intento) => sendAviso(ctx, avisoId, intento),
      'emitir-acuse': async ({ acuseId }) => void (await printAcuse(ctx, acuseId)),
      'sellar-tiempo': ({ acuseId }, intento) => stampAcuse(ctx, acuseId, intento),
      'cancelar-medio': async ({ medioId }) => {
        // Where many are due: five hundred jobs like this one are done with. First, since its own may be in the other hand's five
        // hundred, for which it would wait.
        await cancelTanda(ctx);
        await cancelMedio(ctx, medioId);
      },
      'cancelar-vencidos': async (_payload, { signal }) => {
        await forgetVencidos(ctx, { signal });
        await settleCuentas(ctx);
        await settleRepresentaciones(ctx);
        await cancelEveryMedioVencido(ctx, signal);
        await tellMediosAntiguos(ctx);
      },
      'encadenar-bitacora': async () => {
        await chainBitacora(ctx);
        await storeCabeza(ctx);
      },
      'leer-rebotes': async () => void (buzon && (await importRebotes({ ...ctx, buzon, readRebote }))),
      'anclar-bitacora': async () => {
        await addRenovaciones(ctx);
        await anchorBitacora(ctx);
        await stampAnclas(ctx);
      },
      'sumar-tablero': async (_payload, { signal }) => void (await settleTramos(ctx, signal)),
      limpiar: () => settleForgottenAvisos(ctx),
      'avisar-peticiones': ({ representanteId }) => tellPeticiones(ctx, representanteId),
      'verificar-solicitud': ({ solicitudId }, intento) => verifySolicitud(ctx, solicitudId, intento),
    } satisfies { [Tarea in keyof Tareas]: (payload: Tareas[Tarea], intento: Intento) => Promise<void> },
  });
  const door = openDoor(settings, parts);
  return {
    async stop() {
      door.leave();
      await queue.stop();
      await door.close();
      correo.close();
      await parts.db.$disconnect();
    },
  };
}

/** Where the worker tells of itself, if it does; once it leaves it is not ready, until it has ended what it has in hand. */
function openDoor({ host, workerPort: port, metricasToken }: Settings, parts: ReturnType<typeof createParts>) {
  let isLeaving = false;
  const describe = {
    describeSalud: async () => (isLeaving ? SE_DETIENE : describeSalud(parts)),
    describeMetricas: () => describeMetricas(parts),
  };
  const door = port === null ? null : openWorkerDoor({ host, port, metricasToken, log: parts.log, ...describe });
  return {
    leave() {
      isLeaving = true;
    },
    close: async () => door?.close(),
  };
}

/** A provider that fails five times in a row is asked again, by one message, after half a minute. */
const CORTE = { fallas: 5, pausaMs: 30_000 };
type Corte = ReturnType<typeof createCorte>;
const fallaDe = (veredicto: VeredictoDeEnvio) => (veredicto.aceptado || !veredicto.fallaElProveedor ? null : veredicto);

/** What hands messages over, each with its breaker; `shut`: who is left alone now, by the flag of their jobs. */
function createEnvio({ correo: { smtpUrl, de, subdirecciones }, twilio, appUrl }: Settings) {
  const cortes = { correo: createCorte(CORTE), sms: createCorte(CORTE) };
  const correo = createCorreo({ smtpUrl, from: de, subdirecciones });
  const sms = createSms({ ...twilio, from: twilio.de, statusCallback: `${appUrl}/api/twilio/estado` });
  return {
    correo: { ...correo, send: watch('correo', cortes.correo, correo.send) },
    sms: { send: watch('sms', cortes.sms, sms.send) },
    shut: () => (['correo', 'sms'] as const).filter((flag) => cortes[flag].isOpen()),
  };
}

/** A provider behind its breaker, with what became of each message there counted. */
function watch<T>(proveedor: string, corte: Corte, send: (mensaje: T) => Promise<VeredictoDeEnvio>) {
  return async (mensaje: T): Promise<VeredictoDeEnvio> => {
    const veredicto = await corte.watch(() => send(mensaje), fallaDe);
    metricas().entregas.inc({ proveedor, resultado: resultadoDe(veredicto) });
    return veredicto;
  };
}

function resultadoDe(veredicto: VeredictoDeEnvio): string {
  if (veredicto.aceptado) return 'aceptado';
  if (veredicto.quizaEntregado) return 'quiza_entregado';
  return veredicto.definitivo ? 'rechazado' : 'fallido';
}
