import type { PlantillaDeMedio, PlantillaDeSolicitud } from './plantilla.ts';
import { COMUNES } from './plantilla-comun.ts';

// Wording of guia/textos.md, «Acuses», letter for letter. In force since the amended Lineamientos were published.
export const FECHA = '2022-09-22';
export const VIGENTE_DESDE = new Date(`${FECHA}T00:00:00-05:00`);

const FUNDAMENTO =
  'De conformidad con los "Lineamientos generales para el uso del Buzón IMSS", aprobados por el Consejo Técnico del Instituto Mexicano del Seguro Social mediante Acuerdo ACDO.AS2.HCT.240620/170.P.DIR, modificados mediante Acuerdo ACDO.AS2.HCT.270422/106.P.DIR, así como los numerales 4.3, 6.1 y 6.2 de las "Reglas de Carácter General para el uso de la Firma Electrónica Avanzada, cuyo certificado digital sea emitido por el Servicio de Administración Tributaria, en los actos que se realicen ante el Instituto Mexicano del Seguro Social", aprobadas por el referido Órgano Superior mediante Acuerdo ACDO.SA2.HCT.280813/234.P.DIR, publicados respectivamente en el Diario Oficial de la Federación el 9 de julio de 2020, 22 de septiembre de 2022 y 14 de noviembre de 2013, se hace constar que';

const CIERRE =
  'El particular se encuentra obligado a guardar absoluta y estricta confidencialidad de la información que conozca con motivo del uso del Buzón IMSS, asimismo sobre las responsabilidades civiles y penales a las que se hará acreedor al quebrantar la citada reserva, así como al modificar, copiar, utilizar o sustraer información que sea en perjuicio de la autoridad.';

const REGISTRO: PlantillaDeMedio = {
  version: `registro/${FECHA}`,
  tipo: 'REGISTRO',
  vigenteDesde: VIGENTE_DESDE,
  titulo: 'Acuse de registro o actualización de mecanismos de comunicación',
  cuerpo: `${FUNDAMENTO} se ha registrado o actualizado el mecanismo de comunicación por el particular, conforme a la siguiente información:`,
  bloque: 'Información del mecanismo de comunicación registrado y/o actualizado',
  etiquetas: {
    CORREO_ELECTRONICO: 'Correo electrónico:',
    TELEFONO: 'Teléfono celular:',
    estatus: 'Estatus de registro:',
    fechaDeBaja: 'Fecha de Baja:',
  },
  cierre: CIERRE,
  comunes: COMUNES,
};

const VALIDACION: PlantillaDeMedio = {
  ...REGISTRO,
  version: `validacion/${FECHA}`,
  tipo: 'VALIDACION',
  titulo: 'Acuse de validación de mecanismos de comunicación',
  cuerpo: `${FUNDAMENTO} se ha validado el registro o actualización de mecanismo de comunicación de acuerdo a la siguiente información:`,
  bloque: 'Información del mecanismo de comunicación validado',
  etiquetas: {
    ...REGISTRO.etiquetas,
    CORREO_ELECTRONICO: 'Correo electrónico registrado:',
    TELEFONO: 'Teléfono celular registrado:',
  },
};

const BAJA: PlantillaDeMedio = { ...REGISTRO, version: `baja/${FECHA}`, tipo: 'BAJA' };

export const SOLICITUD: PlantillaDeSolicitud = {
  version: `solicitud/${FECHA}`,
  tipo: 'SOLICITUD',
  vigenteDesde: VIGENTE_DESDE,
  titulo: 'Acuse de la solicitud y manifestación de conformidad para el uso del Buzón IMSS',
  cuerpo:
    'Se hace constar que {nombre}, con RFC {rfc}, firmó el {fechaDeFirma} {zona}, con la e.firma cuyo certificado tiene el número de serie {serie}, el texto que sigue.',
  cuerpoConRepresentante:
    'Se hace constar que {nombre}, con RFC {rfc}, por conducto de su representante legal, con RFC {rfcRepresentante}, firmó el {fechaDeFirma} {zona}, con la e.firma cuyo certificado tiene el número de serie {serie}, el texto que sigue.',
  bloque: 'Texto firmado',
  etiquetas: { version: 'Versión del texto:', sha256: 'SHA-256 del texto:', notas: 'Nota al texto:' },
  firma: {
    titulo: 'Firma electrónica avanzada del solicitante',
    serie: 'Número de serie del certificado de la e.firma:',
    firma: 'Firma:',
    cadena: 'Cadena original firmada:',
  },
  comunes: COMUNES,
};

export const PLANTILLAS_2022_09_22 = [REGISTRO, VALIDACION, BAJA, SOLICITUD];
