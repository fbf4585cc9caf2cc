export type EstadoDeSolicitud = 'FIRMADA' | 'PENDIENTE_DE_VERIFICACION' | 'INVALIDA';

/** How a solicitud stands among its titular's others: one that was signed gives way to one of a later text. */
export type SituacionDeSolicitud = EstadoDeSolicitud | 'REEMPLAZADA';

/** How a solicitud stands beside the one of its titular that is in force, if any is. */
export function situacionDe(
  { folio, estado }: { folio: string; estado: EstadoDeSolicitud },
  enVigor: { folio: string } | null,
): SituacionDeSolicitud {
  return estado === 'FIRMADA' && enVigor && enVigor.folio !== folio ? 'REEMPLAZADA' : estado;
}
