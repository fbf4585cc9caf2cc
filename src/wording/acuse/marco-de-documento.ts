import { formatCantidad } from '#domain/cantidad.ts';

/** What frames every document, whatever its plantilla. */
export const MARCO = {
  sello: 'Sello digital del documento, con el certificado del Instituto',
  codigoQr: (url: string) => `Código QR que abre la página para verificar este acuse: ${url}`,
  pagina: (numero: number, total: number) => `Página ${numero} de ${total}`,
  anexo: (total: number) => (total === 1 ? 'Es uno.' : `Son ${formatCantidad(total)}, en el orden de sus números.`),
} as const;
