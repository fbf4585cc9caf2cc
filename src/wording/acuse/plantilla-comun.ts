/** What every acuse has around its content, as worded in 2022 (guia/textos.md, «Acuses»). */
export const COMUNES = {
  gobierno: 'GOBIERNO DE MÉXICO',
  instituto: 'Instituto Mexicano del Seguro Social',
  sistema: 'Buzón IMSS',
  demostracion: 'Documento de demostración, sin validez oficial',
  fecha: 'Fecha:',
  zona: '(Tiempo del Centro de México)',
  folio: 'Folio:',
  contenido: 'Contenido del acuse',
  datos: 'Datos de Identificación del Particular',
  rfc: 'RFC:',
  nombre: 'Nombre, denominación o Razón social:',
  sello: 'Sello Digital:',
  cadena: 'Cadena Original:',
  serieDelSello: 'Número de serie del certificado del sello:',
  serieDelFirmante: 'Número de serie del certificado de la e.firma:',
  verificar: 'Verifica este acuse en',
  valor: 'Valor de verificación:',
  descargo:
    'El presente acuse de recibo no prejuzga sobre la veracidad, autenticidad, calidad, características y contenido de la información enviada. Este documento es una reproducción impresa de la versión electrónica del documento y la aceptación otorgada a la misma.',
  privacidad:
    'Sus datos personales son incorporados y protegidos en los sistemas del Instituto Mexicano del Seguro Social, mismos que corresponden a información confidencial en los términos de la Ley del Seguro Social, Código Fiscal de la Federación y las leyes sobre Transparencia y Acceso a la Información Pública, así como de Protección de Datos Personales.',
  contacto: {
    titulo: 'Contacto:',
    lineas: [
      'Paseo de la Reforma 476, P.B., Col. Juárez, Alcaldía Cuauhtémoc, C.P. 06600 CDMX.',
      'Tel. 800 623 23 23 opción 5, luego opción 6.',
    ],
    sitio: 'http://www.imss.gob.mx/buzonimss',
  },
};

export type TextosComunes = typeof COMUNES;
