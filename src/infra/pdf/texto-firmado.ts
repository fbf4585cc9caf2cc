import { createHash } from 'node:crypto';
import type { ContenidoDeAcuse, Fila } from '#wording/acuse/contenido-de-acuse.ts';
import type { PlantillaDeSolicitud } from '#wording/acuse/plantilla.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoPlano } from '#wording/solicitud/textos.ts';
import { cutColumnas, drawColumnas } from './columnas.ts';
import { ANCHO, ESTILO, PAGINA } from './estilo.ts';
import { addHoja, type Lienzo } from './estructura.ts';
import { drawLinea } from './lineas.ts';
import { drawParrafo, drawSeccion, drawSubtitulo, ensureSpace } from './texto.ts';

export function drawTextoFirmado(
  lienzo: Lienzo,
  { texto, firma }: NonNullable<ContenidoDeAcuse['solicitud']>,
  etiquetas: PlantillaDeSolicitud['etiquetas'],
): void {
  drawSubtitulo(lienzo, texto.titulo);
  for (const bloque of texto.bloques) {
    if (bloque.tipo === 'titulo') drawSubtitulo(lienzo, bloque.texto);
    else drawParrafo(lienzo, bloque.texto);
  }
  for (const nota of texto.notas) drawParrafo(lienzo, `${etiquetas.notas} ${nota}`, { estilo: ESTILO.menor });
  drawSeccion(lienzo, firma.titulo);
  for (const fila of firma.filas) drawValor(lienzo, fila);
}

/** Throws when the text is not, byte for byte, the one whose hash was signed (a bug, or a text that someone edited). */
export function assertTexto(texto: TextoDeSolicitud, sha256: string): void {
  const actual = createHash('sha256').update(textoPlano(texto), 'utf8').digest('hex');
  if (actual !== sha256) throw new Error(`text ${texto.version} is not the one that was signed`);
}

function drawValor(lienzo: Lienzo, { etiqueta, valor }: Fila): void {
  const { doc, documento } = lienzo;
  const estilo = ESTILO.mono;
  const lineas = cutColumnas(doc, valor, estilo, ANCHO);
  ensureSpace(lienzo, ESTILO.etiquetaMenor.linea + lineas.length * estilo.linea);
  const { y } = doc;
  addHoja(doc, documento, 'P', () => drawLinea(doc, etiqueta, PAGINA.izquierda, y, ESTILO.etiquetaMenor));
  const top = y + ESTILO.etiquetaMenor.linea;
  drawColumnas(doc, documento, valor, { lineas, x: PAGINA.izquierda, y: top, estilo });
  doc.y = top + lineas.length * estilo.linea + 6;
}
