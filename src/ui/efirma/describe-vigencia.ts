import { formatFecha } from '#domain/fecha.ts';

const DIAS_DE_AVISO = 30;
const MS_POR_DIA = 86_400_000;

/** Within 30 days of its end, or after it. Told by the person's clock, which may be wrong: the server alone decides. */
export function describeVigencia(validoHasta: Date, ahora: Date): string | null {
  const dias = Math.floor((validoHasta.getTime() - ahora.getTime()) / MS_POR_DIA);
  if (dias < 0)
    return `Según la fecha de tu equipo, este certificado venció el ${formatFecha(validoHasta)}. Si es así no se aceptará: renueva tu e.firma en el portal del SAT.`;
  if (dias > DIAS_DE_AVISO) return null;
  return `Tu certificado ${vence(dias)}. Renueva tu e.firma en el portal del SAT antes de esa fecha.`;
}

function vence(dias: number): string {
  if (dias === 0) return 'vence en menos de un día';
  return dias === 1 ? 'vence en 1 día' : `vence en ${dias} días`;
}
