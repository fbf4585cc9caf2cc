import { bloquesDe, type TextoDeSolicitud } from './texto-de-solicitud.ts';

/** What titular and representative sign, oldest first. Published, it never changes: a new wording is a new one at the end. */
export const TEXTOS_DE_REPRESENTACION: readonly TextoDeSolicitud[] = [
  {
    version: 'representacion/2026-11-30',
    vigenteDesde: new Date('2026-11-30T00:00:00-06:00'),
    pideNuevaFirma: false,
    titulo: 'Designación y aceptación de representante',
    bloques: bloquesDe(
      'De conformidad con la Carta de términos y condiciones para utilizar la firma electrónica avanzada en actos que se realicen ante el IMSS, según la cual los particulares podrán realizar actos a través de la e.firma de sus representantes legales siempre que éstos sean señalados por aquéllos y así sea aceptado mediante consentimiento expreso de ambos, el titular y el representante cuyos RFC se indican al pie firmamos mancomunadamente este documento, con nuestras respectivas e.firmas y en momentos sucesivos inmediatos.',
      'El titular señala al representante para que actúe por su cuenta en el Buzón IMSS, sólo con las facultades que se indican al pie, sólo para los Registros Patronales que ahí se indican y sólo hasta la fecha que ahí se indica. Reconoce como propio lo que el representante haga en ese alcance.',
      'El representante acepta. Se obliga a actuar únicamente dentro de ese alcance, con su propia e.firma y sin usar la del titular, y a guardar estricta confidencialidad de la información que conozca. No puede designar a otro representante ni ampliar sus facultades.',
      'El titular puede revocar esta designación, y el representante renunciar a ella, en cualquier momento y sin expresar la causa: deja de surtir efecto de inmediato, y lo que se haya hecho antes conserva su validez. La renovación de la e.firma de cualquiera de los dos no la modifica.',
    ),
    notas: [
      'El texto es de este portal, que es una réplica: el Instituto no publica uno para esta designación, y lo que aquí se firma no surte efectos ante él.',
    ],
  },
];
