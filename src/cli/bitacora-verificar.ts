import { formatCantidad } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { Db } from '#infra/db/db.ts';
import { openVerifySelloDeTiempo } from '#infra/parts/create-parts.ts';
import type { AnclaVerificada } from '#tramites/bitacora/anchor-bitacora.ts';
import { type FechaFueraDeLugar, type FechasFueraDeLugar, TOLERANCIA_HORAS } from '#tramites/bitacora/fechas.ts';
import {
  type BitacoraIntegra,
  findShiftedHours,
  type RupturaDeBitacora,
  verifyBitacora,
} from '#tramites/bitacora/verify-bitacora.ts';
import { type HechoDistinto, verifyHechos } from '#tramites/bitacora/verify-hechos.ts';
import { verifyRenovaciones } from '#tramites/registro/verify-renovaciones.ts';
import { HECHOS } from '../../prisma/evidencia.ts';
import { compareCabezas, describeFaltan } from './cabezas-guardadas.ts';
import { openContexto, openPortalDatabase, type PortalDatabase } from './open-portal-database.ts';
import { describeShiftedHours } from './shifted-hours.ts';
import { commandOf } from './shutdown.ts';

const PASO = 100_000n;

export const verifyBitacoraCommand = commandOf(async (contra?: string) => {
  const base = await openPortalDatabase();
  const isAsKept = !contra || (await reportCabezas(openContexto(base).db, contra));
  const { isIntegra, isFechada } = await reportBitacora(base);
  return isIntegra && isFechada && isAsKept;
});

/** @returns whether this database has all that the heads kept elsewhere tell of, as they tell it. */
async function reportCabezas(db: Db, archivo: string): Promise<boolean> {
  const { faltan, distintas } = await compareCabezas(db, archivo);
  if (faltan > 0) console.error(describeFaltan(faltan));
  if (distintas.length > 0)
    console.error(`La bitácora fue rehecha: no es la que se guardó fuera en ${distintas.join(', ')}.`);
  if (faltan === 0 && distintas.length === 0) console.log(`Es la misma de la que hay cabezas en ${archivo}.`);
  return faltan === 0 && distintas.length === 0;
}

/** Tells what became of the bitácora of this database. @returns whether it is what was written, and when it says. */
export async function reportBitacora(base: PortalDatabase): Promise<{ isIntegra: boolean; isFechada: boolean }> {
  const ctx = { ...openContexto(base), verifySelloDeTiempo: openVerifySelloDeTiempo(base) };
  const result = await verifyBitacora(ctx, createProgress());
  const isRenovada = await verifyRenovaciones(ctx.db);
  if (!isRenovada) console.error('Lo que renueva los sellos de tiempo no es lo que se selló: cambió o le falta algo.');
  const { hechos, distintos } = await reportHechos(ctx);
  const horas = await findShiftedHours(ctx);
  if (horas) console.warn(describeShiftedHours(horas));
  if (result.ok) console.log(describeIntegra(result.value, hechos - distintos));
  else console.error(describeRuptura(result.error));
  const fechas = result.ok ? result.value.fechas : null;
  if (fechas && fechas.cuantas > 0) console.error(describeFechas(fechas));
  return { isIntegra: result.ok && isRenovada && distintos === 0, isFechada: fechas?.cuantas === 0 };
}

function describeFechas({ cuantas, primeras }: FechasFueraDeLugar): string {
  return [
    ...primeras.map(describeFecha),
    `Fechas que no van con su lugar en la cadena, por más de ${TOLERANCIA_HORAS} horas: ${formatCantidad(cuantas)}. El reloj no iba bien, o se escribió en otro momento del que dice.`,
  ].join('\n');
}

function describeFecha({ falla, que, folio, posicion, fecha, lugar }: FechaFueraDeLugar): string {
  const cual = `${que}${folio ? `, folio ${folio}` : ''}, eslabón ${posicion}`;
  const dice = `dice ser del ${formatFechaConSegundos(fecha)}`;
  return falla === 'ANTERIOR'
    ? `${cual}: ${dice} y está después de lo que se escribió el ${formatFechaConSegundos(lugar)}`
    : `${cual}: ${dice} y se encadenó el ${formatFechaConSegundos(lugar)}`;
}

const MOSTRADOS = 100;

/** Each fact that is not as it was written is named at once; of very many, the first hundred. */
async function reportHechos({ db }: Parameters<typeof verifyBitacora>[0]) {
  let hechos = 0;
  let distintos = 0;
  const progress = createProgress('hechos');
  const onProgress = (done: number) => {
    hechos = done;
    progress(BigInt(done));
  };
  for await (const distinto of verifyHechos(db, HECHOS, onProgress))
    if (++distintos <= MOSTRADOS) console.error(describeHecho(distinto));
  if (distintos > 0) console.error(`Hechos que no son lo que se escribió: ${formatCantidad(distintos)}.`);
  return { hechos, distintos };
}

function describeHecho({ falla, tabla, clave, folio, campos }: HechoDistinto): string {
  const cual = `${tabla} ${clave}${folio ? `, folio ${folio}` : ''}`;
  if (campos.includes('ACUSE_EMITIDO'))
    return falla === 'FALTA'
      ? `${cual}: la bitácora dice que se emitió y no está`
      : `${cual}: está y la bitácora no dice que se emitiera`;
  if (falla === 'FALTA') return `${cual}: la fila no está; la bitácora dice que se escribió`;
  if (falla === 'SOBRA') return `${cual}: la fila está de más; la bitácora no dice que se escribiera`;
  return `${cual}: no es lo que se escribió; cambió ${campos.join(', ') || 'su renglón en la bitácora'}`;
}

function createProgress(de = 'eslabones'): (done: bigint, total?: bigint) => void {
  let next = PASO;
  return (done, total) => {
    if (done < next) return;
    const deCuantos = total === undefined ? '' : ` de ${formatCantidad(done > total ? done : total)}`;
    console.log(`  ${formatCantidad(done)}${deCuantos} ${de}…`);
    next = done + PASO;
  };
}

function describeIntegra({ eslabones, cabeza, raiz, sinEncadenar, anclas }: BitacoraIntegra, hechos: number): string {
  const { filas, esperaSegundos } = sinEncadenar;
  return [
    `La bitácora está íntegra: ${formatCantidad(eslabones)} eslabones.`,
    ...(cabeza === null ? [] : [`Cabeza de la cadena: ${eslabones}:${cabeza}`]),
    filas === 0
      ? 'No hay filas sin encadenar.'
      : `Filas sin encadenar todavía: ${formatCantidad(filas)}, la primera desde hace ${Math.ceil(esperaSegundos)} s.`,
    ...(raiz === null ? [] : [`Raíz del registro público: ${raiz}`]),
    `Hechos guardados que son los que se escribieron: ${formatCantidad(hechos)}.`,
    ...anclas.map(describeAncla),
  ].join('\n');
}

function describeAncla({ dia, posicion, cadena, sello }: AnclaVerificada): string {
  const sellada = sello
    ? `sellada por ${sello.emisor} el ${formatFechaConSegundos(sello.fecha)}`
    : 'sin sello de tiempo';
  return `Ancla del ${dia.toISOString().slice(0, 10)}: ${posicion}:${cadena}, ${sellada}`;
}

const QUE_PASO = {
  FALTA_ESLABON: 'el eslabón no está',
  ESLABON_CAMBIADO: 'el eslabón fue cambiado o no está en su lugar',
  FALTA_FILA: 'la fila no está',
  FILA_CAMBIADA: 'la fila fue cambiada',
  FILA_SUELTA: 'la fila está fuera de la cadena: entró sin pasar por el portal',
  CADENA_REHECHA: 'la cadena no es la que se ancló: fue rehecha desde ahí o desde antes',
  CADENA_RECORTADA: 'la cadena termina antes de lo que se ancló: le faltan los últimos eslabones',
  FALTA_ANCLA: 'un día que ya terminó no tiene su ancla: fue quitada',
  HOJA_CAMBIADA: 'su hoja en el registro público no es de ese eslabón',
  HOJA_DE_MAS: 'el registro público tiene una hoja que no es de ningún eslabón',
  CABEZA_DISTINTA: 'una cabeza firmada del registro público no es la de ese tamaño',
  SELLO_DE_ANCLA_INVALIDO: 'el sello de tiempo de su ancla no es de ella: el ancla o el sello fueron cambiados',
} satisfies Record<RupturaDeBitacora['tipo'], string>;

function describeRuptura({ tipo, posicion, bitacoraId }: RupturaDeBitacora): string {
  const lugar = [
    ...(posicion === null ? [] : [`el eslabón ${posicion}`]),
    ...(bitacoraId === null ? [] : [`la fila ${bitacoraId}`]),
  ].join(', ');
  // What is whole in itself before an anchor that does not fit may be what was made anew.
  const anterior = tipo === 'CADENA_REHECHA' ? '' : ' Lo anterior está íntegro.';
  return `La bitácora está rota en ${lugar}: ${QUE_PASO[tipo]}.${anterior}`;
}
