import { formatFecha } from '#domain/fecha.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { Icono } from '#ui/components/icono/icono.tsx';
import { type Columna, Tabla } from '#ui/components/tabla/tabla.tsx';
import type { Contenido } from '#wording/aviso/contenido.ts';
import { porMotivo } from '#wording/aviso/motivo-de-entrega.ts';
import { nombreDeAviso } from '#wording/aviso/render-aviso.ts';
import { ETIQUETA_DE_ENTREGA } from '#wording/etiquetas.ts';
import estilos from './tabla-de-comunicados.module.css';

interface Comunicado extends Omit<MensajeConEvidencia, 'demoradoHasta' | 'intentos' | 'reportes'> {
  folio: string | null;
  /** Its words as they are made today, without link or code. */
  contenido: Contenido;
  redaccion: keyof typeof NOTAS;
}

/** How the words that are shown stand to those that went out. */
const NOTAS = {
  LA_ENVIADA: 'Es el texto que se envió, letra por letra.',
  OTRA_VERSION: 'Se envió con una versión anterior de este texto; esta es la de hoy.',
  OTROS_DATOS: 'Lo que se envió puede diferir en algún dato que cambió desde entonces.',
  SIN_ENVIAR: 'No se ha enviado.',
} as const;

const COLUMNAS: Columna<Comunicado>[] = [
  { titulo: 'Fecha', celda: ({ creadoEn }) => formatFecha(creadoEn) },
  { titulo: 'Mensaje', larga: true, celda: (comunicado) => <Mensaje comunicado={comunicado} /> },
  {
    titulo: 'Medio de Contacto',
    larga: true,
    celda: ({ mecanismo, destino }) => formatMedio({ mecanismo, valor: destino }),
  },
  {
    titulo: 'Entrega',
    celda: ({ id, estado, motivo, resueltoEn }) => (
      <div id={`entrega-${id}`}>
        {ETIQUETA_DE_ENTREGA[estado]}
        {porMotivo(motivo)}
        {resueltoEn && <p>{formatFecha(resueltoEn)}</p>}
      </div>
    ),
  },
  {
    titulo: 'Constancia de entrega',
    celda: ({ id, resueltoEn }) =>
      resueltoEn && (
        <Enlace href={`/buzon/comunicados/${id}/constancia.zip`} aria-describedby={`entrega-${id}`}>
          <Icono nombre="descargar" /> Descargar
        </Enlace>
      ),
  },
  { titulo: 'Folio', entera: true, celda: ({ folio }) => folio },
];

export function TablaDeComunicados({ comunicados, isPrimera }: { comunicados: Comunicado[]; isPrimera: boolean }) {
  return (
    <Tabla
      titulo="Mis comunicados"
      columnas={COLUMNAS}
      filas={comunicados}
      vacia={
        isPrimera
          ? 'Todavía no se te ha enviado ningún mensaje. Aquí aparecerá cada correo y SMS que se envíe a tus medios de contacto: el primero, al registrar uno.'
          : 'No hay mensajes más antiguos.'
      }
    />
  );
}

function Mensaje({ comunicado: { tipo, contenido, redaccion } }: { comunicado: Comunicado }) {
  const isCorreo = contenido.mecanismo === 'CORREO_ELECTRONICO';
  const parrafos = isCorreo
    ? contenido.parrafos.map(({ tramos }) => tramos.map(({ texto }) => texto).join(''))
    : [contenido.texto];
  return (
    <details className={estilos.mensaje}>
      <summary>{isCorreo ? contenido.asunto : `SMS ${nombreDeAviso(tipo)}`}</summary>
      {parrafos.map((parrafo) => (
        <p key={parrafo}>{parrafo}</p>
      ))}
      <p className={estilos.nota}>{NOTAS[redaccion]}</p>
    </details>
  );
}
