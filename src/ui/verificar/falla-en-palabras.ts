import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';

export const FALLA_EN_PALABRAS = {
  CADENA_DISTINTA: 'los datos guardados no son los de la cadena original',
  SELLO_INVALIDO: 'el sello digital no corresponde a la cadena original',
  CERTIFICADO_NO_VIGENTE: 'el certificado del sello no estaba vigente en la fecha del acuse',
  DOCUMENTO_ALTERADO: 'el documento guardado no es el que se emitió',
  TIEMPO_INVALIDO: 'el sello de tiempo guardado no corresponde al documento',
  REGISTROS_DISTINTOS: 'los registros patronales guardados no son los que ampara el sello',
  TEXTO_DISTINTO: 'el texto guardado no es el que se firmó',
  FIRMA_INVALIDA: 'la firma del titular no corresponde a lo firmado',
  EFIRMA_INVALIDA: 'la e.firma no era de ese RFC o no estaba vigente al firmar',
  PLANTEAMIENTO_DISTINTO: 'el planteamiento guardado no es el que ampara el sello',
  ADJUNTO_DISTINTO: 'el archivo adjunto guardado no es el que ampara el sello',
} as const satisfies Record<FallaDeAcuse, string>;
