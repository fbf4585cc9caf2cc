import type { Bloque, TextoDeSolicitud } from './texto-de-solicitud.ts';

const parrafo = (texto: string): Bloque => ({ tipo: 'parrafo', texto });
const titulo = (texto: string): Bloque => ({ tipo: 'titulo', texto });

// Guide, section V, step 15. Its scanned copy is corrected in four places and no other: «autoría» (for «autía»), «se rigen»
// (for «se registran»), «ante el IMSS; por lo cual» (as step 17 has it) and the full stop after «su renovación».
// «e-firma» and «e.firma», and «transmisión electrónica de documentos», stand as the guide writes them.
export const SOLICITUD_2022_09_22: TextoDeSolicitud = {
  version: 'solicitud/2022-09-22',
  // The day the amended Lineamientos were published in the Diario Oficial de la Federación (guide, section II).
  vigenteDesde: new Date('2022-09-22T00:00:00-05:00'),
  pideNuevaFirma: false,
  titulo: 'Solicitud y manifestación del solicitante',
  bloques: [
    parrafo(
      'De conformidad con los artículos 40 y 286 M, de la Ley del Seguro Social, solicito al Instituto Mexicano del Seguro Social y manifiesto mi conformidad para que éste efectúe a través del Buzón IMSS, las notificaciones, emplazamientos, requerimientos o solicitudes de información o documentación, lleve a cabo la notificación de resoluciones, cédulas de liquidación y actos incluyendo aquellos que puedan ser recurridos, así como, la transmisión electrónica de documentos digitales emitidos por el IMSS a través de dicho sistema de comunicación electrónico.',
    ),
    parrafo(
      'También, pido que la presente solicitud y manifestación de conformidad sean aplicables para todos mis registros patronales que se encuentren registrados o que se registren con posterioridad ante ese Instituto vinculados con mi RFC, con independencia del domicilio del centro de trabajo o fiscal y respecto de cada actuación, promoción o solicitud que realice a través del Buzón IMSS.',
    ),
    parrafo(
      'Al firmar esta solicitud, declaro que, me encuentro obligado a guardar absoluta y estricta confidencialidad de la información que conozca con motivo del uso del Buzón IMSS y que soy sabedor de las responsabilidades civiles y penales a las que me haré acreedor al quebrantar la citada reserva, así como al modificar, copiar, utilizar o sustraer la información que vaya en perjuicio de la autoridad.',
    ),
    titulo(
      'Carta de términos y condiciones para utilizar la firma electrónica avanzada en actos que se realicen ante el IMSS',
    ),
    parrafo(
      'Con fundamento en las "Reglas de carácter general para el uso de la firma electrónica avanzada, cuyo certificado digital sea emitido por el Servicio de Administración Tributaria, en los actos que se realicen ante el Instituto Mexicano del Seguro Social", publicadas en el Diario Oficial de la Federación el 14 de noviembre de 2013, los particulares, ya sean personas físicas y morales, podrán optar por realizar los actos que señala la Ley del Seguro Social, sus Reglamentos y demás disposiciones que de ella emanen, de manera electrónica y firmándola directamente con su firma electrónica avanzada (FIEL o e-firma) o la de su representante legal, cuyo certificado digital esté vigente y haya sido emitido por el Servicio de Administración Tributaria (SAT), siempre que el Instituto Mexicano del Seguro Social (IMSS) ponga a disposición de los particulares las herramientas tecnológicas necesarias para ello.',
    ),
    parrafo(
      'La FIEL o e-firma sustituye la firma autógrafa del firmante y producirá los mismos efectos que las leyes otorgan a los documentos con firma autógrafa, teniendo el mismo valor probatorio. Asimismo, con el uso de la FIEL o e-firma se tiene por reconocida la garantía de la autoría del firmante y de la integridad de los documentos electrónicos que se firmen con ella y, por ende, el contenido de los mismos no podrá desconocerse ni admitir prueba en contrario.',
    ),
    parrafo(
      'La expedición de los certificados digitales y la generación de las claves públicas y privadas que conforman la FIEL o e-firma de personas físicas y morales, se rigen por el Código Fiscal de la Federación, su reglamentación secundaria en la materia y, en su caso, por la Ley de la Firma Electrónica Avanzada. Por lo tanto, la expedición de los certificados digitales, su renovación.',
    ),
    parrafo(
      'Los particulares, ya sean personas físicas o morales, que opten por autenticarse y/o realizar actos ante el IMSS con el uso de su FIEL o e.firma, reconocen que es de su exclusiva responsabilidad el resguardo del certificado digital y la confidencialidad de la clave privada que conforma su FIEL o e.firma, con el fin de evitar la utilización no autorizada de la misma. Por lo tanto, en cualquier acto firmado con la FIEL o e.firma se tendrá por válido y sin que se admita prueba en contrario, el vínculo entre el firmante, sea persona moral o física, y los datos que fueron utilizados para la creación de la respectiva FIEL o e.firma; por lo cual, los actos firmados con la FIEL o e.firma serán imputables al titular del certificado digital que se haya utilizado.',
    ),
    parrafo(
      'Los actos firmados con la FIEL o e.firma serán considerados hechos legítimos y auténticamente por el firmante y, en caso de personas morales, por el administrador único, el Presidente del Consejo de Administración o la persona o personas, cualquiera que sea el nombre con el que se les designe, que tengan conferida la dirección general, la gerencia general o la administración de la persona moral de que se trate, en el momento en el que se presentaron los documentos digitales. Lo anterior no admitirá prueba en contrario ante el IMSS y el titular del certificado digital será responsable de las consecuencias jurídicas que deriven de los actos que se realicen ante el IMSS utilizando la FIEL o e.firma.',
    ),
    parrafo(
      'Los particulares, ya sean personas físicas o morales, podrán realizar actos a través de la FIEL o e.firma de sus representantes legales, siempre que éstos sean señalados por aquéllos y así sea aceptado mediante consentimiento expreso de ambos ante el IMSS, para lo cual firmarán mancomunadamente, con sus respectivas FIEL o e.firma y en momentos sucesivos inmediatos, el documento electrónico que el Instituto ponga a su disposición para tal efecto.',
    ),
    parrafo(
      'En caso de pérdida, robo o destrucción de la FIEL o e.firma, o cualquier otro evento que ponga en riesgo la confidencialidad de los certificados electrónicos, las llaves o claves que conforman la FIEL o e.firma, o la utilización no autorizada de la FIEL o e.firma, la persona física o moral, bajo su absoluta responsabilidad, deberá proceder con su inmediata revocación o reposición ante el SAT, sujetándose a los procesos y lineamientos que el mismo determine.',
    ),
    parrafo(
      'La falta de vigencia o revocación del certificado digital que ampara la FIEL o e.firma, no eximirá a la persona física o moral de cumplir con sus obligaciones ante el IMSS; por lo cual, será su responsabilidad tener vigente el certificado digital que ampara su FIEL o e.firma en los tiempos en que deba presentar cualquier promoción o trámite ante el IMSS, de conformidad con la Ley del Seguro Social, sus Reglamentos y demás disposiciones aplicables.',
    ),
    parrafo(
      'Los términos y condiciones antes señalados son aplicables a la aceptación de los mismos que en este acto realice el firmante, mediante su firma electrónica FIEL o e.firma.',
    ),
    parrafo(
      'Declaro que he leído y conozco los términos y condiciones así como las "Reglas de Carácter General para el uso de la Firma Electrónica Avanzada, cuyo certificado digital sea emitido por el Servicio de Administración Tributaria, en los actos que se realicen ante el Instituto Mexicano del Seguro Social", y voluntariamente acepto los alcances legales de los mismos, mediante la firma electrónica FIEL o e.firma.',
    ),
  ],
  notas: [
    'En la «Carta de términos y condiciones», la oración que inicia con «Por lo tanto, la expedición de los certificados digitales, su renovación» está incompleta en el documento del que se tomó este texto (Guía del Público Usuario 2022, sección V, paso 15). Se reproduce hasta donde es legible, sin completarla; el punto con que termina no está en ese documento.',
  ],
};
