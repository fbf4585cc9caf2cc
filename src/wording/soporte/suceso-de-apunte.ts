import { nombreDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { ETIQUETA_DE_MOTIVO, type MotivoDeMostrar } from '#domain/soporte/motivo-de-mostrar.ts';
import { porElPadron } from './registros-quitados.ts';
import type { Rango, Suceso } from './suceso.ts';

/** A row of the bitácora, with who did it in words. */
export interface ApunteDeFolio {
  fecha: Date;
  evento: string;
  datos: DatosDeApunte;
  quien: string;
}

export type DatosDeApunte = Record<string, string | number | boolean | null>;

interface Relato {
  rango: Rango;
  texto: string;
  /** Told once when it repeats. */
  isRepetible?: boolean;
  /** Who did it, where it is not whose request led to it. */
  quien?: string;
}

type Relator = (datos: DatosDeApunte) => Relato;

/** What other rows tell better than the bitácora: each attempt with its answer, and each note with its words. */
const SE_CUENTA_APARTE = { ENVIO_INTENTADO: null, ENVIO_RESUELTO: null, NOTA_AGREGADA: null } as const;

const DEL_MEDIO = {
  MEDIO_REGISTRADO: ({ alcance, registros }) =>
    estado(
      `Se registró el medio de contacto para ${alcance === 'REGISTROS' ? formatRegistros(Number(registros)) : 'el RFC'}.`,
    ),
  MEDIO_VALIDADO: ({ prueba }) => estado(PRUEBAS[String(prueba)] ?? 'Se validó.'),
  MEDIO_CANCELADO: ({ causa }) =>
    estado(
      causa === 'INTENTOS'
        ? 'Se canceló: se capturaron diez códigos incorrectos.'
        : 'Se canceló: pasaron las 72 horas sin que se validara.',
    ),
  MEDIO_DADO_DE_BAJA: ({ causa, registros }) =>
    estado(
      causa === 'PADRON'
        ? `Se dio de baja el medio de contacto, que era para ${formatRegistros(Number(registros))}${porElPadron(Number(registros))}.`
        : 'Se eliminó el medio de contacto.',
    ),
  REGISTROS_DADOS_DE_BAJA: ({ registros, folioDeBaja, causa }) =>
    estado(
      `Dejó de ser para ${formatRegistros(Number(registros))}, con el folio ${folioDeBaja}${causa === 'PADRON' ? porElPadron(Number(registros)) : ''}.`,
    ),
  REGISTROS_CAMBIADOS_EN_PADRON: (datos) => estado(cambiosDelPadron(datos)),
  REGISTRO_PASADO_A_OTRO_TITULAR: ({ registroPatronal }) =>
    estado(`El registro patronal ${registroPatronal} pasó a otro titular.`),
  CORREO_AJENO: ({ enPlazo }) =>
    estado(
      `Quien recibe los mensajes dijo que el correo no es suyo: el registro ${enPlazo === false ? 'ya se había cancelado' : 'se canceló'}.`,
    ),
  REENVIO_PEDIDO: () => ({ rango: 'ESTADO', texto: 'Se pidió enviar otra vez el mensaje.' }),
  CODIGO_INCORRECTO: ({ intentosFallidos }) =>
    estado(
      `Se capturó un código incorrecto; ${Number(intentosFallidos) === 1 ? 'va' : 'van'} ${intentosFallidos} de diez.`,
    ),
} as const satisfies Record<string, Relator>;

/** What a load of the padrón said of the registros of a medio that goes on as it was. */
function cambiosDelPadron({ deBaja, vigentes, deVuelta }: DatosDeApunte): string {
  const told = [
    tellOf(deBaja, ['está de baja, y sigue en este', 'están de baja, y siguen en este']),
    tellOf(vigentes, ['está vigente otra vez, y sigue en este', 'están vigentes otra vez, y siguen en este']),
    tellOf(deVuelta, [
      'está otra vez a nombre del titular, y no volvió a este',
      'están otra vez a nombre del titular, y no volvieron a este',
    ]),
  ];
  return `Según el padrón: ${told.flat().join('; ')}.`;
}

function tellOf(dato: DatosDeApunte[string] | undefined, [uno, varios]: readonly [string, string]): string[] {
  const cuantos = Number(dato);
  return cuantos > 0 ? [`${formatRegistros(cuantos)} ${cuantos === 1 ? uno : varios} medio de contacto`] : [];
}

const PRUEBAS: Record<string, string> = {
  ENLACE: 'Se validó: alguien presionó el botón de la página del enlace, sin la sesión del titular.',
  ENLACE_CON_SESION: 'Se validó con el enlace y la sesión del titular en el mismo navegador.',
  CODIGO: 'Se validó con el código del SMS.',
  OTRO_MEDIO: 'Quedó validado al registrarse: el titular ya había probado ese mismo medio de contacto.',
};

const DE_ACUSES = {
  ACUSE_EMITIDO: ({ tipo }) => ({ rango: 'ACUSE', texto: `Se emitió ${acuseDe(tipo)}.` }),
  ACUSE_DESCARGADO: ({ tipo }) => ({ rango: 'ACUSE', texto: `Se descargó ${acuseDe(tipo)}.`, isRepetible: true }),
  ACUSE_EXPORTADO: ({ tipo }) => ({ rango: 'ACUSE', texto: `Se exportó ${acuseDe(tipo)} desde la línea de órdenes.` }),
  SELLO_DE_TIEMPO_OBTENIDO: ({ tipo }) => ({
    rango: 'ACUSE',
    texto: `Se obtuvo el sello de tiempo de un tercero para ${acuseDe(tipo)}.`,
  }),
  ACUSE_VERIFICADO: ({ tipo }) => ({
    rango: 'ACUSE',
    texto: `Se verificó ${acuseDe(tipo)} en la página pública.`,
    isRepetible: true,
  }),
  EVIDENCIA_DESCARGADA: ({ tipo }) => ({
    rango: 'ACUSE',
    texto: `Se descargó la evidencia del ${nombreDeAcuse(String(tipo))}.`,
    isRepetible: true,
  }),
} as const satisfies Record<string, Relator>;

const DE_TRAMITES = {
  SOLICITUD_PREPARADA: () => estado('Se preparó la solicitud y manifestación para firmarla.'),
  SOLICITUD_FIRMADA: ({ isPendiente }) =>
    estado(
      isPendiente
        ? 'Se firmó la solicitud y manifestación; falta que conteste el servicio que dice si la e.firma está revocada.'
        : 'Se firmó la solicitud y manifestación.',
    ),
  SOLICITUD_RECHAZADA: ({ causa }) =>
    estado(
      causa === 'CERTIFICADO_REVOCADO'
        ? 'La solicitud quedó sin efecto: la e.firma estaba revocada.'
        : 'No se aceptó la firma de la solicitud.',
    ),
  SOLICITUD_VERIFICADA: () => ({
    ...estado('La e.firma no estaba revocada: la solicitud surtió efecto.'),
    quien: 'El portal',
  }),
  ACLARACION_PRESENTADA: () => estado('Se presentó la aclaración.'),
  ACLARACION_REPLICADA: () => estado('El titular agregó un mensaje a la aclaración.'),
  ACLARACION_TOMADA: () => estado('Tomó la aclaración para atenderla.'),
  ACLARACION_RESPONDIDA: () => estado('Respondió la aclaración.'),
  ACLARACION_CERRADA: () => estado('Se cerró la aclaración.'),
  ADJUNTO_DESCARGADO: () => ({
    rango: 'SOPORTE',
    texto: 'Se descargó un archivo de la aclaración.',
    isRepetible: true,
  }),
} as const satisfies Record<string, Relator>;

const DE_SOPORTE = {
  FOLIO_CONSULTADO: () => ({ rango: 'SOPORTE', texto: 'Consultó este folio.', isRepetible: true }),
  ACLARACION_CONSULTADA: () => ({ rango: 'SOPORTE', texto: 'Consultó la aclaración.', isRepetible: true }),
  DATOS_MOSTRADOS: ({ motivo }) => ({
    rango: 'SOPORTE',
    texto: `Mostró los datos personales. Motivo: ${ETIQUETA_DE_MOTIVO[motivo as MotivoDeMostrar] ?? motivo}.`,
  }),
  FOLIO_EXPORTADO: ({ formato, isALaVista }) => ({
    rango: 'SOPORTE',
    texto: `Exportó este folio en ${formato}, con los datos personales ${isALaVista ? 'a la vista' : 'cubiertos'}.`,
  }),
} as const satisfies Record<string, Relator>;

/** Every event of the bitácora that can be of a folio; a trámite checks that none of them is missing here. */
export const RELATOS = { ...SE_CUENTA_APARTE, ...DEL_MEDIO, ...DE_ACUSES, ...DE_TRAMITES, ...DE_SOPORTE };

/** A row of the bitácora in words; null for what other rows tell. One of a name unknown here is told by its name. */
export function sucesoDeApunte({ fecha, evento, datos, quien }: ApunteDeFolio): Suceso | null {
  const relator = (RELATOS as Record<string, Relator | null>)[evento];
  if (relator === null) return null;
  const relato = relator?.(datos) ?? estado(`Se anotó «${evento}» en la bitácora.`);
  const { rango, texto, isRepetible, quien: autor = quien } = relato;
  return { fecha, rango, texto, detalle: null, quien: autor, repeticion: isRepetible ? `${texto} ${autor}` : null };
}

function estado(texto: string): Relato {
  return { rango: 'ESTADO', texto };
}

function acuseDe(tipo: DatosDeApunte[string] | undefined): string {
  return `el ${nombreDeAcuse(String(tipo))}`;
}
