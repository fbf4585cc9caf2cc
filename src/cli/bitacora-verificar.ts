import { formatCantidad } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { createClock } from '#infra/clock/clock.ts';
import { createDb } from '#infra/db/db.ts';
import { onClose, runClosers } from '#infra/env/closers.ts';
import { openVerifySelloDeTiempo } from '#infra/parts/create-parts.ts';
import type { AnclaVerificada } from '#tramites/bitacora/anclas.ts';
import { findShiftedHours } from '#tramites/bitacora/find-shifted-hours.ts';
import { type BitacoraIntegra, type Ruptura, verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { openPortalDatabase } from './open-portal-database.ts';
import { describeShiftedHours } from './shifted-hours.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';

const PASO = 100_000n;

/** Ends the process. */
export async function verifyBitacoraCommand(): Promise<void> {
  stopOnSignals();
  await exitOnFault(async () => {
    const { databaseUrl, desfase, tsaAcDir } = await openPortalDatabase();
    const verifySelloDeTiempo = openVerifySelloDeTiempo({ tsaAcDir });
    const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
    onClose(() => db.$disconnect());
    const { now } = createClock(desfase);
    const result = await verifyBitacora({ db, now, verifySelloDeTiempo }, createProgress());
    const horas = await findShiftedHours({ db });
    if (horas) console.warn(describeShiftedHours(horas));
    if (result.ok) console.log(describeIntegra(result.value));
    else console.error(describeRuptura(result.error));
    await runClosers();
    process.exit(result.ok ? 0 : 1);
  });
}

function createProgress(): (done: bigint, total: bigint) => void {
  let next = PASO;
  return (done, total) => {
    if (done < next) return;
    console.log(`  ${formatCantidad(done)} de ${formatCantidad(done > total ? done : total)} eslabones…`);
    next = done + PASO;
  };
}

function describeIntegra({ eslabones, cabeza, sinEncadenar, anclas }: BitacoraIntegra): string {
  const { filas, esperaSegundos } = sinEncadenar;
  return [
    `La bitácora está íntegra: ${formatCantidad(eslabones)} eslabones.`,
    ...(cabeza === null ? [] : [`Cabeza de la cadena: ${eslabones}:${cabeza}`]),
    filas === 0
      ? 'No hay filas sin encadenar.'
      : `Filas sin encadenar todavía: ${formatCantidad(filas)}, la primera desde hace ${Math.ceil(esperaSegundos)} s.`,
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
  SELLO_DE_ANCLA_INVALIDO: 'el sello de tiempo de su ancla no es de ella: el ancla o el sello fueron cambiados',
} satisfies Record<Ruptura['tipo'], string>;

function describeRuptura({ tipo, posicion, bitacoraId }: Ruptura): string {
  const lugar = [
    ...(posicion === null ? [] : [`el eslabón ${posicion}`]),
    ...(bitacoraId === null ? [] : [`la fila ${bitacoraId}`]),
  ].join(', ');
  // What is whole in itself before an anchor that does not fit may be what was made anew.
  const anterior = tipo === 'CADENA_REHECHA' ? '' : ' Lo anterior está íntegro.';
  return `La bitácora está rota en ${lugar}: ${QUE_PASO[tipo]}.${anterior}`;
}
