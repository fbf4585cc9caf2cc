import { createDb } from '#infra/db/db.ts';
import { findShiftedHours, type ShiftedHours } from '#tramites/bitacora/verify-bitacora.ts';

/** Tells, in one line, of what an earlier version wrote with another hour than it was. */
export async function warnOfShiftedHours(databaseUrl: string): Promise<void> {
  const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
  try {
    const horas = await findShiftedHours({ db });
    if (horas) console.warn(describeShiftedHours(horas));
  } finally {
    await db.$disconnect();
  }
}

export function describeShiftedHours(horas: ShiftedHours): string {
  const { acuses, primerFolio, ultimoFolio, primeraFila, ultimaFila, adelantosMinutos } = horas;
  const cuantos =
    acuses === 1 ? `un acuse (${primerFolio})` : `${acuses} acuses (del folio ${primerFolio} al ${ultimoFolio})`;
  const filas = primeraFila === null ? '' : `, las filas ${primeraFila} a ${ultimaFila} de la bitácora`;
  return (
    `Una versión anterior guardó ${cuantos} con la hora corrida ${adelantosMinutos.map(describeAdelanto).join(' o ')}, porque la ` +
    `base de datos no estaba en UTC: la hora cierta es la que cada acuse lleva impresa y sellada; la de su renglón${filas} y los ` +
    'plazos de entonces están corridos igual. Nada se corrige solo, porque son pruebas: consérvalas y guarda este aviso con ellas.'
  );
}

function describeAdelanto(minutos: number): string {
  const horas = Math.abs(minutos) / 60;
  return `${horas.toLocaleString('es-MX', { maximumFractionDigits: 2 })} h hacia ${minutos > 0 ? 'adelante' : 'atrás'}`;
}
