import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { layOutEvenly, rememberLayout } from '#infra/pdf/remember-layout.ts';
import { type AcuseParaImprimir, renderAcuse } from '#infra/pdf/render-acuse.ts';
import { drawWithPdfkit } from '../acuse/draw-with-pdfkit.ts';
import { openEmisora, registroNumero } from '../acuse/emisora.ts';
import { canMeasureMemoria, memoriaOf } from '../acuse/memoria.ts';
import { type Impresora, openImpresora } from '../acuse/open-impresora.ts';
import type { Banco, Comparacion, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const PROCESO = fileURLToPath(new URL('../acuse/proceso-que-emite.ts', import.meta.url));
/** As in a container of that size: V8 lets garbage pile up in proportion to the memory that it may use. */
const MONTON_MB = 512;
const DE_CALENTAMIENTO = 60;
const PDFKIT = 'pdfkit, sin etiquetas ni sello';
const CHROMIUM = 'Chromium, que imprime siempre en la misma página';

export const emitirAcuses: Medida = {
  name: 'emitir-acuses',
  what: 'Emitir el acuse de un registro: cadena, sello, PDF accesible y su sello por dentro',
  async prepare(banco) {
    banco.progress('una llave de sello de 2048 bits y un navegador');
    const emisora = await openEmisora();
    const emit = (acuse: AcuseParaImprimir) => emisora(renderAcuse, acuse);
    const impresora = await openImpresora(banco);
    const pdfkit = drawWithPdfkit((font) => font);
    const pdfkitConMemoria = drawWithPdfkit((font, name) => (name === 'mono' ? layOutEvenly : rememberLayout)(font));
    banco.progress(`${DE_CALENTAMIENTO} acuses de cada manera, que no cuentan`);
    for (const make of [emit, pdfkit, pdfkitConMemoria, impresora.print]) await timeEach(make, DE_CALENTAMIENTO)();
    const times = banco.rapido ? 15 : 25;
    const tiempos: Comparacion = {
      what: 'tiempo de cada acuse',
      unit: 'ms',
      own: { name: 'Buzón', sample: timeEach(emit, times) },
      floors: [
        { name: PDFKIT, sample: timeEach(pdfkit, times), meta: { times: 1.3 } },
        { name: 'lo mismo, con nuestra memoria de palabras', sample: timeEach(pdfkitConMemoria, times) },
        { name: CHROMIUM, sample: timeEach(impresora.print, times), meta: { times: 1 / 2 } },
      ],
    };
    const bytes: Comparacion = {
      what: 'bytes de cada acuse',
      unit: 'bytes',
      rounds: 1,
      own: { name: 'Buzón', sample: async () => (await emit(registroNumero(1))).length },
      floors: [
        { name: PDFKIT, sample: async () => (await pdfkit(registroNumero(1))).length },
        { name: CHROMIUM, sample: async () => (await impresora.print(registroNumero(1))).length },
      ],
    };
    return [tiempos, bytes, ...compareMemoria(banco, impresora)];
  },
};

/** What issuing adds to a process that is there anyway, beside the processes of the browser. */
function compareMemoria(banco: Banco, impresora: Impresora): Comparacion[] {
  if (!canMeasureMemoria) {
    banco.note('la memoria sólo se mide en Linux');
    return [];
  }
  const acuses = banco.rapido ? 100 : 400;
  const compareWith = (what: string, options: string[], meta?: { times: number }): Comparacion => ({
    what,
    unit: 'bytes',
    rounds: banco.rapido ? 1 : 3,
    own: { name: 'Buzón', sample: () => measureProceso(options, acuses) },
    floors: [{ name: CHROMIUM, sample: () => memoriaOf(impresora.pids()), meta }],
  });
  return [
    compareWith(`memoria, en un proceso de ${MONTON_MB} MB`, [`--max-old-space-size=${MONTON_MB}`], { times: 1 / 4 }),
    compareWith('memoria, en un proceso sin límite', []),
  ];
}

async function measureProceso(options: string[], acuses: number): Promise<number> {
  const args = [...options, '--import', 'tsx', PROCESO, String(acuses)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Number(stdout);
}

/** Milliseconds for each of so many, no two of them the same. */
function timeEach(make: (acuse: AcuseParaImprimir) => Promise<unknown>, times: number): () => Promise<number> {
  let next = 1;
  const makeAll = async () => {
    for (let time = 0; time < times; time++) await make(registroNumero(next++));
  };
  return async () => (await timeOnce(makeAll)()) / times;
}
