import { parrafosDe } from '#domain/aclaracion/texto.ts';
import { formatTamano } from '#domain/adjunto/tamano.ts';
import { formatFecha } from '#domain/fecha.ts';
import estilos from './conversacion.module.css';

export interface Mensaje {
  numero: number;
  autor: 'TITULAR' | 'SOPORTE';
  texto: string;
  fecha: Date;
  adjunto: { nombre: string; bytes: number } | null;
}

/** What was filed and all that was written since, in order. Files are saved, never shown. */
export function Conversacion({ folio, mensajes }: { folio: string; mensajes: readonly Mensaje[] }) {
  return (
    <ol className={estilos.mensajes}>
      {mensajes.map(({ numero, autor, texto, fecha, adjunto }) => (
        <li key={numero} className={estilos.mensaje} data-autor={autor}>
          <h3 className={estilos.titulo}>{tituloDe(numero, autor)}</h3>
          <p className={estilos.fecha}>{formatFecha(fecha)}</p>
          {parrafosDe(texto).map((parrafo, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a message never change
            <p key={index}>{parrafo}</p>
          ))}
          {adjunto && (
            <p>
              <a href={`/buzon/aclaraciones/${folio}/adjuntos/${numero}`}>
                Descargar {adjunto.nombre} ({formatTamano(adjunto.bytes)})
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function tituloDe(numero: number, autor: Mensaje['autor']): string {
  if (autor === 'SOPORTE') return 'Soporte del Buzón IMSS';
  return numero === 1 ? 'Tu planteamiento' : 'Tu mensaje';
}
