export function formatCantidad(cantidad: number | bigint): string {
  return String(cantidad).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function formatRegistros(cantidad: number): string {
  return `${formatCantidad(cantidad)} ${cantidad === 1 ? 'Registro Patronal' : 'Registros Patronales'}`;
}

export function formatAlcance(registros: number | null, rfc = 'tu RFC'): string {
  return registros === null ? rfc : formatRegistros(registros);
}
