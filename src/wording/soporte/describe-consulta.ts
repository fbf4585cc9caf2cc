import { ETIQUETA_DE_MOTIVO, type MotivoDeMostrar } from '#domain/soporte/motivo-de-mostrar.ts';

interface Hecho {
  evento: string;
  datos: Record<string, string | number | boolean | null>;
  motivo: MotivoDeMostrar | null;
  detalle: string | null;
}

const EN_PALABRAS: Record<string, string> = {
  INGRESO_DE_SOPORTE: 'Entró',
  SALIDA_DE_SOPORTE: 'Salió',
  ROL_DADO: 'Dio o cambió un rol',
  ROL_QUITADO: 'Quitó un rol',
  ACLARACION_CONSULTADA: 'Vio una aclaración',
  ACLARACION_TOMADA: 'Tomó una aclaración',
  ACLARACION_RESPONDIDA: 'Respondió una aclaración',
  ACLARACION_CERRADA: 'Cerró una aclaración',
  ADJUNTO_DESCARGADO: 'Descargó un archivo adjunto',
  REENVIO_PEDIDO: 'Reenvió un mensaje',
  BUSQUEDA_DE_SOPORTE: 'Buscó',
  FOLIO_CONSULTADO: 'Vio un folio',
  TITULAR_CONSULTADO: 'Vio los folios de un titular',
  DATOS_MOSTRADOS: 'Mostró datos personales',
  NOTA_AGREGADA: 'Agregó una nota',
  FOLIO_EXPORTADO: 'Exportó un folio',
  EVIDENCIA_DESCARGADA: 'Descargó la evidencia de un acuse',
};

/** An event of the staff in words; one without words of its own by its name, so that nothing is hidden. */
export function describeConsulta({ evento, datos, motivo, detalle: palabras }: Hecho): string {
  const que = EN_PALABRAS[evento] ?? evento;
  const detalle = [
    typeof datos.formato === 'string' && datos.formato,
    datos.isALaVista === true && 'con los datos a la vista',
    motivo && `${ETIQUETA_DE_MOTIVO[motivo]} («${palabras}»)`,
  ].filter(Boolean);
  return detalle.length === 0 ? que : `${que}: ${detalle.join(', ')}`;
}
