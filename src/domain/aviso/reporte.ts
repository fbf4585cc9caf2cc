import type { EstadoDeEntrega } from '../medio-de-contacto/entrega.ts';

/** The states of Twilio that end a message's way; the others are kept and move nothing. */
const FINALES: Record<string, 'ENTREGADO' | 'RECHAZADO'> = {
  delivered: 'ENTREGADO',
  read: 'ENTREGADO',
  undelivered: 'RECHAZADO',
  failed: 'RECHAZADO',
  // It was to go out later and somebody took it back in the provider's console: it will not be sent.
  canceled: 'RECHAZADO',
};

/**
 * Where a report of Twilio moves an SMS that was taken, or null when it moves nothing. «Delivered» wins over «not
 * delivered»: carriers tell both, in any order, and an SMS that arrived has arrived. So any order and any number of the
 * same reports ends in the same state.
 */
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
