export type EstadoDeSolicitud = 'FIRMADA' | 'PENDIENTE_DE_VERIFICACION' | 'INVALIDA';

export type SituacionDeSolicitud = EstadoDeSolicitud | 'REEMPLAZADA';

export function situacionDe(
  { folio, estado }: { folio: string; estado: EstadoDeSolicitud },
  enVigor: { folio: string } | null,
): SituacionDeSolicitud {
  return estado === 'FIRMADA' && enVigor && enVigor.folio !== folio ? 'REEMPLAZADA' : estado;
}
