import { setTimeout as sleep } from 'node:timers/promises';
import { type Carga, isRecovered, startCarga } from './carga/carga.ts';
import { countCohorte } from './cuentas/count-cohorte.ts';
import { type Fila, judgeFila, measure, measureCodigos, type Tramo } from './cuentas/fila.ts';
import { countUnfinished, readCohorte } from './cuentas/read-cohorte.ts';
import { type Escena, startEscena } from './escena.ts';
import type { Falla } from './falla.ts';

export interface Corrida {
  fallas: readonly Falla[];
  corta: boolean;
  progress(line: string): void;
}

interface Paso extends Tramo {
  falla: Falla;
  recobroMs: number | null;
  faltas: string[];
  omitida: string | null;
}

const SEGUNDOS = { completa: 9, corta: 5 };
/** Registrations before the first fault, and in each that leaves them alone, if there is time. */
const POCOS = 4;
const CALENTAR_MS = 60_000;
/** After the end of a fault that nobody should have noticed. */
const PAUSA_MS = 2_000;
const RECOBRO_MS = 60_000;
/** On a slow machine what is left is told, and the whole still ends in twenty minutes. */
const LIMITE_MS = 16.5 * 60_000;
const SALDO_MS = { completa: 150_000, corta: 60_000 };

/** Brings each fault over a portal under load, then waits until all is done that was to be done, and counts. */
export async function runCorrida({ fallas, corta, progress }: Corrida): Promise<Fila[]> {
  const limite = Date.now() + LIMITE_MS;
  progress('Arranco PostgreSQL, los proveedores, el portal y su worker');
  const escena = await startEscena();
  try {
    await escena.openPortal();
    await escena.openWorker();
    const { port } = escena.portal();
    const carga = await startCarga({ port, ...escena });
    await waitForAceptados(carga, 0, CALENTAR_MS);
    const pasos: Paso[] = [];
    for (const [nth, falla] of fallas.entries()) {
      progress(`[${nth + 1}/${fallas.length}] ${falla.nombre}`);
      const omitida = Date.now() > limite ? 'no alcanzó el tiempo' : (falla.omitir?.(escena) ?? null);
      const paso = omitida
        ? skip(falla, omitida)
        : await runPaso(escena, carga, falla, corta).catch((error: Error) => skip(falla, tell(error).join()));
      for (const falta of paso.faltas) progress(`  ${falta}`);
      pasos.push(paso);
    }
    progress('Fin de la carga; espero a que se termine lo pendiente');
    await carga.stop();
    const pendiente = await settle(escena, corta ? SALDO_MS.corta : SALDO_MS.completa);
    return await countAll(escena, carga, pasos, pendiente);
  } finally {
    await escena.stop();
  }
}

async function runPaso(escena: Escena, carga: Carga, falla: Falla, corta: boolean): Promise<Paso> {
  const largo = corta ? SEGUNDOS.corta : SEGUNDOS.completa;
  await falla.prepare?.(escena, carga);
  const desde = Date.now();
  const fin = await falla.begin(escena, carga).catch((error: Error) => async () => tell(error));
  const ms = (corta ? Math.min(largo, falla.segundos ?? largo) : (falla.segundos ?? largo)) * 1000;
  await sleep(ms);
  if (!falla.afecta.includes('registro')) await waitForAceptados(carga, desde, ms);
  const hasta = Date.now();
  const faltas = (await fin().catch(tell)) ?? [];
  const recobroMs = await waitForRecobro(carga, falla);
  if (recobroMs === null && falla.afecta.length > 0) faltas.push(`no se recobró en ${RECOBRO_MS / 1000} s`);
  await falla.clear?.(escena);
  if (falla.clear) await waitForRecobro(carga, falla);
  return { falla, omitida: null, desde, hasta, siguiente: Date.now(), recobroMs, faltas };
}

function tell({ stack }: Error): string[] {
  return [stack ?? 'falló al probarla'];
}

function skip(falla: Falla, omitida: string): Paso {
  const nunca = Number.POSITIVE_INFINITY;
  return { falla, omitida, desde: nunca, hasta: nunca, siguiente: nunca, recobroMs: null, faltas: [] };
}

async function waitForAceptados({ aceptados }: Carga, desde: number, ms: number): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until && aceptados.filter(({ en }) => en >= desde).length < POCOS) await sleep(200);
}

/** Null when it did not come back, or nothing of the load had gone. */
async function waitForRecobro(carga: Carga, { afecta }: Falla): Promise<number | null> {
  const began = Date.now();
  if (afecta.length === 0) await sleep(PAUSA_MS);
  else
    while (Date.now() - began < RECOBRO_MS) {
      if (isRecovered(carga, afecta, began)) return Date.now() - began;
      await sleep(200);
    }
  return null;
}

async function settle(escena: Escena, ms: number): Promise<string[]> {
  const until = Date.now() + ms;
  for (;;) {
    const { avisos, acuses } = await countUnfinished(escena);
    if (avisos + acuses === 0) return [];
    if (Date.now() > until) return [`al final quedaron ${avisos} mensajes y ${acuses} documentos por hacer`];
    await sleep(1_000);
  }
}

async function countAll(escena: Escena, carga: Carga, pasos: readonly Paso[], pendiente: string[]): Promise<Fila[]> {
  const entregas = escena.entregas();
  const filas: Fila[] = [];
  for (const [nth, paso] of pasos.entries()) {
    const { falla, faltas, recobroMs, omitida } = paso;
    const hasta = pasos.slice(nth + 1).find((next) => !next.omitida)?.desde ?? Number.POSITIVE_INFINITY;
    const suyos = carga.aceptados.filter(({ en }) => en >= paso.desde && en < hasta);
    const folios = suyos.map(({ folio }) => folio);
    const { registros, avisos } = await readCohorte(escena, folios);
    filas.push({
      nombre: falla.nombre,
      aceptados: suyos.length,
      cuenta: countCohorte(folios, registros, avisos, entregas),
      ...measure(paso, falla.afecta, carga.medidas),
      codigoP99: measureCodigos(suyos, entregas, paso),
      recobroMs,
      faltas: [...faltas],
      isBase: falla.isBase ?? false,
      omitida,
    });
  }
  const base = filas.filter(({ isBase }) => isBase);
  for (const [nth, fila] of filas.entries()) fila.faltas = judgeFila(fila, base, pasos[nth]?.falla.codigoMs);
  filas.at(-1)?.faltas.push(...pendiente);
  return filas;
}
