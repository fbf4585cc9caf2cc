import { X509Certificate } from 'node:crypto';
import { once as waitFor } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { Counter, collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import { ESTADOS_DE_MEDIO } from '#domain/medio-de-contacto/estado.ts';
import { SMS_DEL_PORTAL_Y_DIA } from '#domain/medio-de-contacto/limites.ts';
import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import { RESULTADOS_DE_REBOTE } from '#domain/rebote/resultado.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import type { createParts } from '#infra/parts/create-parts.ts';
import { within } from '#infra/turnos/within.ts';
import { countPendientes } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { countSinEncadenar } from '#tramites/bitacora/lectura.ts';
import { type Cuenta, summarizeCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { countSms } from '#tramites/medio-de-contacto/check-envio.ts';
import { findPlazoDeRenovacion } from '#tramites/registro/select-selladas.ts';
import { countTareas } from '#tramites/tarea/count-tareas.ts';

type Parts = ReturnType<typeof createParts>;

const DAY_MS = 86_400_000;
const TLS_MS = 3_000;
/** How often it is asked again what certificate is shown. */
const HORA_MS = 3_600_000;
/** Whoever collects them gives up after ten seconds, and then has none. */
const PLAZO_MS = 5_000;
/** Where it is registered, all of them are. */
const MEDIOS = 'buzon_medios';

/** All that deploy/metricas.md names, as Prometheus text: what this process measured, and what the database says now. */
export async function describeMetricas(parts: Parts): Promise<{ text: string; contentType: string }> {
  const { registry } = metricas();
  if (!registry.getSingleMetric(MEDIOS)) registerAll(registry, parts);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

function registerAll(registry: Registry, parts: Parts): void {
  collectDefaultMetrics({ register: registry });
  const add = addTo(registry);
  registerBase(add, parts);
  registerCuentas(add, parts);
  registerVigencias(add, parts);
}

/** What waits, read once for all that is told of it. */
function registerBase(add: Add, parts: Parts): void {
  const cola = once(() => countTareas(parts));
  const bitacora = once(() => countSinEncadenar(parts));
  const ofCola = (what: 'cuantas' | 'esperaSegundos') => async () =>
    (await cola()).map((tareas) => ({ valor: tareas.tarea, cuantos: tareas[what] }));
  const ofBitacora = (what: 'filas' | 'esperaSegundos') => async () => (await bitacora())[what];
  add('buzon_avisos_pendientes', 'Messages without a provider yet.', () => countPendientes(parts));
  const sms = async () => (await countSms(parts.db, parts)) / SMS_DEL_PORTAL_Y_DIA;
  add('buzon_sms_presupuesto_usado', 'SMS of 24 hours over those of a day: at 1 no new number is taken.', sms);
  add('buzon_cola_tareas', 'Jobs that could be done by now.', ofCola('cuantas'), 'tarea');
  add('buzon_cola_espera_seconds', 'How long the oldest of them has waited.', ofCola('esperaSegundos'), 'tarea');
  add('buzon_bitacora_sin_encadenar', 'Rows of the bitacora that no worker has chained yet.', ofBitacora('filas'));
  add('buzon_bitacora_espera_segundos', 'How long the oldest has waited.', ofBitacora('esperaSegundos'));
}

function registerCuentas(add: Add, parts: Parts): void {
  const read = once(() => summarizeCuentas(parts));
  const of = (nombre: Cuenta['nombre'], valores: readonly string[]) => async () => {
    const cuentas = (await read()).filter((cuenta) => cuenta.nombre === nombre);
    return valores.map((valor) => ({ valor, cuantos: cuentas.find((each) => each.valor === valor)?.cuantos ?? 0 }));
  };
  add(MEDIOS, 'Medios de contacto by their state.', of('medios', ESTADOS_DE_MEDIO), 'estado');
  const rebotes = of('rebotes', RESULTADOS_DE_REBOTE);
  add('buzon_rebotes_total', 'Messages read in the mailbox of bounces.', rebotes, 'resultado');
  const quiza = of('quiza_entregados', MECANISMOS);
  add('buzon_quiza_entregados_total', 'Messages handed over without an answer.', quiza, 'mecanismo');
}

function registerVigencias(add: Add, parts: Parts): void {
  const { sello, appUrl, now, measureReplica } = parts;
  const daysTo = (until: Date) => (until.getTime() - now().getTime()) / DAY_MS;
  const vence = new Date(new X509Certificate(sello.certificadoPem).validTo);
  add('buzon_sello_dias_restantes', 'Days left of the certificate of the sello.', async () => daysTo(vence));
  add('buzon_tsa_dias_restantes', 'Days left to renew the last stamp of the bitacora.', async () => {
    const plazo = await findPlazoDeRenovacion(parts);
    return plazo && daysTo(plazo);
  });
  let asked: { at: number; until: Date | null } = { at: 0, until: null };
  add('buzon_tls_dias_restantes', 'Days left of the TLS certificate of APP_URL.', async () => {
    if (!appUrl.startsWith('https:')) return null;
    const at = now().getTime();
    if (asked.until === null || at - asked.at >= HORA_MS) asked = { at, until: await askTls(new URL(appUrl)) };
    return asked.until && daysTo(asked.until);
  });
  add('buzon_replica_retraso_seconds', 'How far the replica is behind.', measureReplica);
}

/** Until when the certificate is good that is shown there, whoever vouches for it; null without an answer. */
async function askTls({ hostname, port }: URL): Promise<Date | null> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const servername = isIP(host) ? '' : host;
  const socket = connect({ host, port: Number(port || 443), servername, rejectUnauthorized: false });
  try {
    await waitFor(socket, 'secureConnect', { signal: AbortSignal.timeout(TLS_MS) });
    return new Date(socket.getPeerCertificate().valid_to);
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

type Muestras = readonly { valor: string; cuantos: number }[];
type Add = ReturnType<typeof addTo>;

/**
 * Adds a measure, or a counter by its name, that is read whenever somebody asks: one number, or one for each value of its
 * label. It is not there while it is null or cannot be had; the others are told all the same.
 */
function addTo(registry: Registry) {
  return (name: string, help: string, read: () => Promise<Muestras | number | null>, label?: string) => {
    const readOnce = once(read);
    const Kind = (name.endsWith('_total') ? Counter : Gauge) as typeof Gauge;
    new Kind({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [registry],
      async collect() {
        this.reset();
        if (!label) this.remove();
        const found = await within(PLAZO_MS, readOnce()).catch(() => null);
        if (typeof found === 'number') this.inc(found);
        else for (const { valor, cuantos } of found ?? []) this.inc({ [label ?? '']: valor.toLowerCase() }, cuantos);
      },
    });
  };
}

/** The answer of `read` for all who ask at the same time. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
