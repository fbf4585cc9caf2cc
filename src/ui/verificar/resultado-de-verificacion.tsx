import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { type EstadoDeAclaracion, ETIQUETA_DE_ACLARACION } from '#domain/aclaracion/estado.ts';
import type {
  DatosDeAcuse,
  DatosDeAcuseDeAclaracion,
  DatosDeAcuseDeMedio,
  DatosDeAcuseDeSolicitud,
} from '#domain/acuse/datos.ts';
import { ESTATUS_DE_REGISTRO } from '#domain/acuse/estatus-de-registro.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { formatCantidad } from '#domain/cantidad.ts';
import { formatFecha, formatFechaConSegundos } from '#domain/fecha.ts';
import { maskMedio, maskNombre, maskRfc } from '#domain/mascara.ts';
import { type EstadoDeMedio, ETIQUETA_DE_ESTADO } from '#domain/medio-de-contacto/estado.ts';
import { DOCUMENTOS } from '#ui/acuse/documentos.ts';
import { Aviso } from '../components/aviso/aviso.tsx';
import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';
import { FALLA_EN_PALABRAS } from './falla-en-palabras.ts';

export interface AcuseVerificado {
  datos: DatosDeAcuse;
  fallas: readonly FallaDeAcuse[];
  archivo: 'IGUAL' | 'DISTINTO' | 'SIN_DOCUMENTO' | null;
  estadoActual:
    | { de: 'MEDIO'; estado: EstadoDeMedio; fechaDeBaja: Date | null }
    | { de: 'ACLARACION'; estado: EstadoDeAclaracion }
    | { de: 'SOLICITUD'; estado: 'FIRMADA' | 'PENDIENTE_DE_VERIFICACION' | 'INVALIDA' }
    | null;
  serieDelSello: string;
  selloDeTiempo: { fecha: Date; emisor: string } | null;
  esDemo: boolean;
}

/** The verdict first, then what the acuse certifies, for whom, and what has become of it. */
export function ResultadoDeVerificacion({ acuse }: { acuse: AcuseVerificado }) {
  return (
    <>
      <Veredicto acuse={acuse} />
      {acuse.esDemo && (
        <Aviso tipo="nota">
          <p>Está sellado con un certificado de demostración: no tiene validez oficial.</p>
        </Aviso>
      )}
      {acuse.fallas.length === 0 && <ListaDeDatos datos={datosCertificados(acuse)} />}
    </>
  );
}

function Veredicto({ acuse: { fallas, archivo } }: { acuse: AcuseVerificado }) {
  if (fallas.length > 0)
    return (
      <Aviso tipo="error" titulo="No se puede dar por auténtico">
        <p>
          Lo que se guardó de este acuse fue alterado: {fallas.map((falla) => FALLA_EN_PALABRAS[falla]).join('; ')}.
        </p>
        <p>No lo aceptes. Avísalo por los canales de atención de la Ayuda, con su folio.</p>
      </Aviso>
    );
  if (archivo === 'DISTINTO')
    return (
      <Aviso tipo="error" titulo="Ese archivo fue alterado">
        <p>El acuse de este folio existe, pero el archivo no es, byte por byte, el que se emitió.</p>
        <p>No lo aceptes: pide el PDF original. Abajo está lo que certifica el acuse auténtico.</p>
      </Aviso>
    );
  return (
    <Aviso tipo="exito" titulo="El acuse es auténtico">
      <p>Sus datos, su cadena original y su sello digital se comprobaron de nuevo y corresponden entre sí.</p>
      {archivo === 'IGUAL' && <p>El archivo es, byte por byte, el que se emitió.</p>}
      {archivo === 'SIN_DOCUMENTO' && (
        <p>Su PDF todavía se está preparando, así que el archivo no se pudo comparar. Inténtalo en unos minutos.</p>
      )}
    </Aviso>
  );
}

function datosCertificados({ datos, estadoActual, serieDelSello, selloDeTiempo }: AcuseVerificado) {
  return [
    { termino: 'Certifica', valor: DOCUMENTOS[datos.tipo] },
    { termino: 'Folio', valor: datos.folio },
    { termino: 'Fecha de elaboración', valor: formatFechaConSegundos(new Date(datos.fecha)) },
    { termino: 'RFC', valor: maskRfc(datos.rfc) },
    { termino: 'Nombre, denominación o razón social', valor: maskNombre(datos.nombre) },
    ...delTipo(datos),
    { termino: 'Estado actual', valor: enPalabras(estadoActual) },
    { termino: 'Número de serie del certificado del sello', valor: serieDelSello },
    ...(selloDeTiempo ? [{ termino: 'Sello de tiempo', valor: tiempoEnPalabras(selloDeTiempo) }] : []),
  ];
}

function delTipo(datos: DatosDeAcuse) {
  switch (datos.tipo) {
    case 'SOLICITUD':
      return deSolicitud(datos);
    case 'ACLARACION':
      return deAclaracion(datos);
    default:
      return deMedio(datos);
  }
}

/** What was written and the file's name are their titular's: whoever holds the document has read them. */
function deAclaracion({ asunto, medio, adjunto }: DatosDeAcuseDeAclaracion) {
  return [
    { termino: 'Asunto', valor: ASUNTO_EN_PALABRAS[asunto] },
    ...(medio
      ? [{ termino: 'Presentada dentro de las 24 horas del registro', valor: medio.enPlazo ? 'Sí' : 'No' }]
      : []),
    { termino: 'Archivo adjunto', valor: adjunto ? 'Sí' : 'No' },
  ];
}

function deSolicitud(datos: DatosDeAcuseDeSolicitud) {
  return [
    { termino: 'Fecha de firma', valor: formatFechaConSegundos(new Date(datos.fechaDeFirma)) },
    { termino: 'Versión del texto firmado', valor: datos.textoVersion },
  ];
}

function deMedio(datos: DatosDeAcuseDeMedio) {
  return [
    { termino: 'Medio de contacto', valor: maskMedio(datos.medio) },
    { termino: 'Estatus que certifica', valor: ESTATUS_DE_REGISTRO[datos.tipo] },
    ...(datos.registros ? [{ termino: 'Registros patronales', valor: formatCantidad(datos.registros.total) }] : []),
  ];
}

/** What a third party says, and who it is. */
function tiempoEnPalabras({ fecha, emisor }: NonNullable<AcuseVerificado['selloDeTiempo']>): string {
  return `${formatFechaConSegundos(fecha)}, según ${emisor || 'una autoridad sin nombre'}`;
}

const ESTADOS_DE_SOLICITUD = {
  FIRMADA: 'Buzón activado',
  PENDIENTE_DE_VERIFICACION: 'Solicitud pendiente de verificación',
  INVALIDA: 'Solicitud sin efecto',
};

function enPalabras(actual: AcuseVerificado['estadoActual']): string {
  if (!actual) return 'Sin información';
  if (actual.de === 'SOLICITUD') return ESTADOS_DE_SOLICITUD[actual.estado];
  if (actual.de === 'ACLARACION') return ETIQUETA_DE_ACLARACION[actual.estado];
  const desde = actual.estado === 'BAJA' && actual.fechaDeBaja ? ` desde el ${formatFecha(actual.fechaDeBaja)}` : '';
  return `${ETIQUETA_DE_ESTADO[actual.estado]}${desde}`;
}
