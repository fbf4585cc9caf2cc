import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';

const FINALES: Record<string, 'ENTREGADO' | 'RECHAZADO'> = {
  delivered: 'ENTREGADO',
  read: 'ENTREGADO',
  undelivered: 'RECHAZADO',
  failed: 'RECHAZADO',
  canceled: 'RECHAZADO',
};

/** Null when it moves nothing. «Delivered» wins over «not delivered»: carriers tell both, in any order. */
export function estadoTrasReporte(estado: EstadoDeEntrega, reporte: string): 'ENTREGADO' | 'RECHAZADO' | null {
  const final = Object.hasOwn(FINALES, reporte) ? FINALES[reporte] : undefined;
  if (!final) return null;
  if (final === 'ENTREGADO') return estado === 'ACEPTADO' || estado === 'RECHAZADO' ? final : null;
  return estado === 'ACEPTADO' ? final : null;
}

/** Why it was not delivered, as a code: the provider gives none for what was taken back, and its state says it. */
export function motivoDeReporte({ estado, codigo }: { estado: string; codigo: string }): string | null {
  return codigo || (estado === 'canceled' ? estado : null);
}
