import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { FolioLeido, TareaPendiente } from '#domain/soporte/folio-leido.ts';
import type { HechoDeFolio } from '#domain/soporte/hecho-de-folio.ts';
import { nombreDeAcuse } from '../acuse/nombre-de-acuse.ts';
import { datosDeAsunto, folioRelacionado, resumirFolio } from './asunto-de-folio.ts';
import { nombreDeMensaje } from './entrega-en-palabras.ts';
import { eventoEnPalabras, sucesoDeApunte } from './evento-en-palabras.ts';
import { bajaConEsteFolio } from './registros-quitados.ts';
import { quienEnPalabras, type Suceso, suceso, sucesoDeApertura } from './suceso.ts';
import { mensajePreparado, mensajeResuelto, sucesoDeIntento, sucesoDeReporte } from './suceso-de-mensaje.ts';

export type FolioEnPalabras = ReturnType<typeof folioEnPalabras>;

/** What was read of a folio with its words: the same for screen, PDF and CSV. */
export function folioEnPalabras(leido: FolioLeido) {
  const { asunto, leidoEn } = leido;
  return {
    ...leido,
    resumen: resumirFolio(asunto, leidoEn),
    datos: datosDeAsunto(asunto),
    otroFolio: folioRelacionado(asunto),
    cronologia: leido.cronologia.map((hecho) => {
      const { fecha, veces, ultimaFecha } = hecho;
      const repetido = veces > 1 ? ` ${veces} veces, la última el ${formatFechaConSegundos(ultimaFecha)}.` : '';
      return { fecha, veces, ultimaFecha, repetido, ...sucesoDe(hecho) };
    }),
    pendientes: leido.pendientes.map((tarea) => {
      const { cuando, isEnCurso } = tarea;
      return { cuando, isEnCurso, ...suceso(tareaEnPalabras(tarea)) };
    }),
  };
}

export function sucesoDe(hecho: HechoDeFolio): Suceso {
  switch (hecho.que) {
    case 'APUNTE':
      return sucesoDeApunte(hecho);
    case 'MENSAJE_PREPARADO':
      return mensajePreparado(hecho.mensaje);
    case 'MENSAJE_RESUELTO':
      return mensajeResuelto(hecho.mensaje);
    case 'INTENTO':
      return sucesoDeIntento(hecho.mensaje, hecho.intento);
    case 'REPORTE':
      return sucesoDeReporte(hecho.mensaje, hecho.reporte);
    case 'APERTURA':
      return sucesoDeApertura(hecho.apertura);
    case 'NOTA':
      return suceso(
        `${eventoEnPalabras('NOTA_AGREGADA').delPersonal}.`,
        quienEnPalabras({ tipo: 'SOPORTE', nombre: hecho.miembro }),
        hecho.texto,
      );
    case 'PDF_DE_ACUSE':
      return suceso(`Quedó hecho el PDF del ${nombreDeAcuse(hecho.acuse)}.`);
    case 'SOLICITUD_FIRMADA': {
      const after = hecho.estado === 'INVALIDA' ? '; después quedó sin efecto' : '';
      return delTitular(`Se firmó la solicitud y manifestación, con el folio ${hecho.folio}${after}.`);
    }
    case 'ACLARACION_SOBRE_EL_MEDIO':
      return delTitular(`Se presentó una aclaración sobre este medio, con el folio ${hecho.folio}.`);
    case 'REGISTROS_QUITADOS':
      return hecho.causa ? suceso(bajaConEsteFolio(hecho)) : delTitular(bajaConEsteFolio(hecho));
  }
}

function delTitular(texto: string): Suceso {
  return suceso(texto, quienEnPalabras({ tipo: 'TITULAR' }));
}

const QUE_HARA = {
  'enviar-aviso': 'Entregar',
  'emitir-acuse': 'Hacer el PDF de un acuse',
  'sellar-tiempo': 'Obtener el sello de tiempo de un acuse',
  'cancelar-medio': 'Cancelar el registro, si nadie lo valida antes',
  'verificar-solicitud': 'Preguntar si la e.firma de la solicitud estaba revocada',
} as const satisfies Record<TareaPendiente['nombre'], string>;

function tareaEnPalabras({ nombre, intentos, isAgotada, isEnCurso, mensaje }: TareaPendiente): string {
  const que = mensaje ? `${QUE_HARA[nombre]} ${nombreDeMensaje(mensaje)}` : QUE_HARA[nombre];
  if (isEnCurso) return `${que}.`;
  if (isAgotada) return `${que}: la cola dejó de intentarlo.`;
  return intentos > 0 ? `${que} (van ${intentos} ${intentos === 1 ? 'intento' : 'intentos'}).` : `${que}.`;
}
