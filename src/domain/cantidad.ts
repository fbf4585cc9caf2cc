/** A count as people read it in Mexico: `50,000`. */
export function formatCantidad(cantidad: number): string {
  return String(cantidad).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count with its noun: `1 Registro Patronal`, `50,000 Registros Patronales`. */
export function formatRegistros(cantidad: number): string {
  return `${formatCantidad(cantidad)} ${cantidad === 1 ? 'Registro Patronal' : 'Registros Patronales'}`;
}

/** What a medio de contacto is for, as its titular is told: `tu RFC`, or so many Registros Patronales. */
export function formatAlcance(registros: number | null, rfc = 'tu RFC'): string {
  return registros === null ? rfc : formatRegistros(registros);
}
