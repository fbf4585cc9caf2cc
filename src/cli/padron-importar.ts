import { createReadStream, statSync } from 'node:fs';
import { formatCantidad } from '#domain/cantidad.ts';
import { CODIFICACIONES, type Codificacion } from '#formats/csv/codificacion.ts';
import { processEnv } from '#infra/env/process-env.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { Fault } from '#server/fault.ts';
import { importPadron, type ResumenDePadron } from '#tramites/padron/import-padron.ts';
import type { FallaDePadron } from '#tramites/padron/read-padron.ts';
import type { ContextoDePadron } from '#tramites/padron/store-lote.ts';
import { MENSAJES_DE_PADRON } from '#wording/mensajes/mensajes-padron.ts';
import { openContexto, openPortalDatabase, openPortalSello, type PortalDatabase } from './open-portal-database.ts';
import { createErrorReport } from './padron-errors.ts';
import { createProgress } from './padron-progress.ts';
import { commandOf } from './shutdown.ts';

const INTERRUMPIDA = {
  aviso: 'Detengo la importación. Lo que ya se cargó se queda: para cargar el resto, empieza de nuevo.',
  codigo: 1,
};

export const importPadronCommand = commandOf(async (args: readonly string[], pedida?: string) => {
  const [archivo, ...others] = args;
  if (!archivo || others.length > 0) throw new Fault('Di qué archivo: npm run padron:importar -- archivo.csv');
  const codificacion = pedida === undefined ? undefined : readCodificacion(pedida);
  const bytes = sizeOf(archivo);
  const base = await openPortalDatabase();
  const onObservaciones = createErrorReport(`${archivo}.errores.csv`);
  let stream = createReadStream(archivo);
  const open = () => {
    stream = createReadStream(archivo);
    return stream;
  };
  const avance = createProgress(() => stream.bytesRead / Math.max(1, bytes));
  const result = await importPadron(
    contextoDe(base),
    { open, codificacion },
    { onObservaciones, onAvance: avance.tell },
  )
    .catch((error: unknown) => {
      throw error instanceof Fault ? error : new Fault(`${archivo}: ${describeCorte(error)}`);
    })
    .finally(() => avance.end());
  if (!result.ok) throw new Fault(`${archivo}: ${describeFalla(result.error)}`);
  console.log(describeResumen(result.value, `${archivo}.errores.csv`));
  return result.value.rechazados === 0;
}, INTERRUMPIDA);

function readCodificacion(pedida: string): Codificacion {
  const named = CODIFICACIONES.find((codificacion) => codificacion === pedida.toLowerCase());
  if (!named) throw new Fault(`--codificacion es una de: ${CODIFICACIONES.join(', ')}`);
  return named;
}

/** The sello is opened when a load has something to certify; where its key is, is known before. */
function contextoDe(base: PortalDatabase): ContextoDePadron {
  const ctx = openContexto(base);
  let sello: Sello | undefined;
  const open = () => (sello ??= openPortalSello(base, ctx.now));
  const late: ProxyHandler<Sello> = {
    get: (_, name) => (name === 'isDeFuera' ? Boolean(processEnv().SELLO_COMANDO) : Reflect.get(open(), name)),
  };
  return { ...ctx, sello: new Proxy({} as Sello, late) };
}

function sizeOf(archivo: string): number {
  const stat = statSync(archivo, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Fault(`${archivo}: no hay un archivo con ese nombre; revisa la ruta.`);
  return stat.size;
}

/** Of an error of the database the last line says what happened; those before quote the call. */
function describeCorte(error: unknown): string {
  const motivo = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
  return `la importación se detuvo (${motivo}). Lo que ya se cargó se queda: revisa la base de datos y empieza de nuevo.`;
}

function describeFalla(falla: FallaDePadron): string {
  const columnas = 'columnas' in falla ? ` (${falla.columnas.join(', ')})` : '';
  return `${MENSAJES_DE_PADRON[falla.codigo]}${columnas}`;
}

function describeResumen(resumen: ResumenDePadron, errores: string): string {
  const { codificacion, leidos, nuevos, cambiados, repetidos, rechazados, avisos } = resumen;
  const partes = [
    `${formatCantidad(nuevos)} nuevos`,
    `${formatCantidad(cambiados)} actualizados`,
    `${formatCantidad(leidos - rechazados - repetidos - nuevos - cambiados)} sin cambio`,
    ...(repetidos > 0 ? [`${formatCantidad(repetidos)} repetidos`] : []),
    `${formatCantidad(rechazados)} con errores`,
  ];
  return [
    `${formatCantidad(leidos)} renglones: ${partes.join(', ')}.`,
    `Codificación del archivo: ${codificacion}.`,
    ...(rechazados + avisos > 0 ? [`Qué revisar, renglón por renglón: ${errores}`] : []),
  ].join('\n');
}
