import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { SMS_DEL_PORTAL_Y_DIA } from '#domain/medio-de-contacto/limites.ts';
import { countPendientes } from '#tramites/aviso/count-pendientes.ts';
import { countSinEncadenar } from '#tramites/bitacora/count-sin-encadenar.ts';
import { countSms } from '#tramites/medio-de-contacto/check-envio.ts';
import { countQuizaEntregados } from '#tramites/tablero/count-quiza-entregados.ts';
import { countRebotes } from '#tramites/tablero/count-rebotes.ts';
import { root } from './root.ts';

const METRICAS = Symbol.for('buzon.metricas');

/** The process's metrics, how many messages wait, and the tail of the bitácora, as Prometheus text. */
export async function metricas(): Promise<{ text: string; contentType: string }> {
  const holder = globalThis as typeof globalThis & { [METRICAS]?: Registry };
  holder[METRICAS] ??= createRegistry();
  return { text: await holder[METRICAS].metrics(), contentType: holder[METRICAS].contentType };
}

function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'buzon_avisos_pendientes',
    help: 'Messages that were not handed to their provider yet.',
    registers: [registry],
    async collect() {
      this.set(await countPendientes(root()));
    },
  });
  new Gauge({
    name: 'buzon_sms_presupuesto_usado',
    help: 'SMS of the last 24 hours over those of a day: at 0.8 the log warns, at 1 no new number is taken.',
    registers: [registry],
    async collect() {
      this.set((await countSms(root().db, root())) / SMS_DEL_PORTAL_Y_DIA);
    },
  });
  registerEntregas(registry);
  registerRebotes(registry);
  registerOcsp(registry);
  registerBitacora(registry);
  return registry;
}

function registerEntregas(registry: Registry): void {
  new Counter({
    name: 'buzon_quiza_entregados_total',
    help: 'Messages handed over whole to a provider that did not answer: they may have arrived.',
    labelNames: ['mecanismo'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { mecanismo, entregas } of await countQuizaEntregados(root()))
        this.inc({ mecanismo: mecanismo.toLowerCase() }, entregas);
    },
  });
}

function registerRebotes(registry: Registry): void {
  new Counter({
    name: 'buzon_rebotes_total',
    help: 'Messages read in the mailbox of bounces, by what they were.',
    labelNames: ['resultado'],
    registers: [registry],
    async collect() {
      const cuentas = await countRebotes(root());
      this.reset();
      for (const [resultado, cuenta] of Object.entries(cuentas))
        this.inc({ resultado: resultado.toLowerCase() }, cuenta);
    },
  });
}

function registerOcsp(registry: Registry): void {
  new Counter({
    name: 'buzon_ocsp_total',
    help: 'What the revocation service answered to this process, or that it did not.',
    labelNames: ['resultado'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [resultado, cuenta] of root().cuentasDeOcsp) this.inc({ resultado: resultado.toLowerCase() }, cuenta);
    },
  });
}

function registerBitacora(registry: Registry): void {
  new Gauge({
    name: 'buzon_bitacora_sin_encadenar',
    help: 'Rows of the bitacora that the worker has not chained yet.',
    registers: [registry],
    async collect() {
      this.set((await countSinEncadenar(root())).filas);
    },
  });
  new Gauge({
    name: 'buzon_bitacora_espera_segundos',
    help: 'How long the oldest of them has waited: over ten seconds, no worker is chaining.',
    registers: [registry],
    async collect() {
      this.set((await countSinEncadenar(root())).esperaSegundos);
    },
  });
}
