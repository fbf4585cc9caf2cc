import { parrafosDe } from '#domain/aclaracion/texto.ts';
import { formatTamano } from '#domain/adjunto/tamano.ts';
import { formatFecha } from '#domain/fecha.ts';
import { Enlace } from '#ui/components/enlace/enlace.tsx';
import { Icono } from '#ui/components/icono/icono.tsx';
import estilos from './conversacion.module.css';

interface Mensaje {
  numero: number;
  autor: 'TITULAR' | 'SOPORTE';
  texto: string;
  fecha: Date;
  adjunto: Adjunto | null;
  /** Who answered, told to support alone. */
  miembro?: { nombre: string } | null;
}

interface Adjunto {
  nombre: string;
  tipo: 'PDF' | 'PNG' | 'JPEG';
  acciones: 'SIN_ACCIONES' | 'CON_ACCIONES' | 'SIN_REVISAR';
  bytes: number;
}

/** What was filed and all that was written since, in order. Files are saved, never shown. */
export function Conversacion({ raiz, folio, mensajes, isCubierta = false }: Props) {
  const tituloDe = raiz === '/buzon/aclaraciones' ? tituloParaTitular : tituloParaSoporte;
  return (
    <ol className={estilos.mensajes}>
      {mensajes.map(({ numero, autor, texto, fecha, adjunto, miembro }) => (
        <li key={numero} className={estilos.mensaje} data-autor={autor}>
          <h3 className={estilos.titulo}>{tituloDe(numero, autor, miembro?.nombre)}</h3>
          <p className={estilos.fecha}>{formatFecha(fecha)}</p>
          {parrafosDe(texto).map((parrafo, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a message never change
            <p key={index}>{parrafo}</p>
          ))}
          {adjunto && (
            <p>
              {isCubierta ? (
                `Archivo: ${adjunto.nombre} (${formatTamano(adjunto.bytes)}). Para descargarlo, presiona «Mostrar».`
              ) : (
                <Enlace href={`${raiz}/${folio}/adjuntos/${numero}`}>
                  <Icono nombre="descargar" /> Descargar {adjunto.nombre} ({formatTamano(adjunto.bytes)})
                </Enlace>
              )}
            </p>
          )}
          {adjunto?.tipo === 'PDF' && adjunto.acciones !== 'SIN_ACCIONES' && (
            <p className={estilos.advertencia}>{ADVERTENCIAS[adjunto.acciones]}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

const ADVERTENCIAS = {
  CON_ACCIONES:
    'Cuidado: este PDF trae instrucciones que se ejecutan solas. Ábrelo sólo si esperabas recibirlo, y no aceptes nada que te pida ejecutar.',
  SIN_REVISAR:
    'No se pudo revisar si este PDF trae instrucciones que se ejecutan solas, por ejemplo porque está cifrado. Al abrirlo, no aceptes nada que te pida ejecutar.',
} as const;

interface Props {
  raiz: '/buzon/aclaraciones' | '/soporte/aclaraciones';
  folio: string;
  mensajes: readonly Mensaje[];
  /** Its files are told and not given, for they may hold personal data. */
  isCubierta?: boolean;
}

function tituloParaSoporte(numero: number, autor: Mensaje['autor'], miembro?: string): string {
  if (autor === 'SOPORTE') return `Respuesta de ${miembro ?? 'soporte'}`;
  return numero === 1 ? 'Planteamiento del titular' : 'Mensaje del titular';
}

function tituloParaTitular(numero: number, autor: Mensaje['autor']): string {
  if (autor === 'SOPORTE') return 'Soporte de este portal';
  return numero === 1 ? 'Tu planteamiento' : 'Tu mensaje';
}
