const VIGENCIA_DE_PROPUESTA_MS = 72 * 3_600_000;

export type Lado = 'TITULAR' | 'REPRESENTANTE';

export type EstadoFinal = 'REVOCADA' | 'RENUNCIADA' | 'TERMINADA' | 'RECHAZADA' | 'VENCIDA' | 'RETIRADA';

type EstadoDeRepresentacion = 'PROPUESTA' | 'VIGENTE' | EstadoFinal;

/** As it is at an instant: one alone has signed only while the other still may. */
export type SituacionDeRepresentacion = EstadoDeRepresentacion | 'PRIMERA_FIRMA';

interface Guardada {
  estado: EstadoDeRepresentacion;
  venceEn: Date;
  hasta: Date;
  primera: { venceEn: Date } | null;
}

/** When the minutes of a first signature have passed nothing has happened: it is a proposal as before, until its 72 hours end. */
export function situacionDeRepresentacion(
  { estado, venceEn, hasta, primera }: Guardada,
  now: Date,
): SituacionDeRepresentacion {
  if (estado === 'VIGENTE') return now < hasta ? 'VIGENTE' : 'TERMINADA';
  if (estado !== 'PROPUESTA') return estado;
  if (now >= hasta) return 'VENCIDA';
  if (primera && now < primera.venceEn) return 'PRIMERA_FIRMA';
  return now < venceEn ? 'PROPUESTA' : 'VENCIDA';
}

export function venceLaPropuesta(propuestaEn: Date): Date {
  return new Date(propuestaEn.getTime() + VIGENCIA_DE_PROPUESTA_MS);
}

export function canFirmar(situacion: SituacionDeRepresentacion): situacion is 'PROPUESTA' | 'PRIMERA_FIRMA' {
  return situacion === 'PROPUESTA' || situacion === 'PRIMERA_FIRMA';
}

/** What it becomes when one side alone ends it, at once; null when there is nothing to end. */
export function estadoAlTerminar(situacion: SituacionDeRepresentacion, lado: Lado) {
  if (situacion === 'VIGENTE') return lado === 'TITULAR' ? 'REVOCADA' : 'RENUNCIADA';
  if (canFirmar(situacion)) return lado === 'TITULAR' ? 'RETIRADA' : 'RECHAZADA';
  return null;
}
