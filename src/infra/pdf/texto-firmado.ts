import { createHash } from 'node:crypto';
import type { ContenidoDeAcuse, Fila } from '#wording/acuse/contenido-de-acuse.ts';
import type { PlantillaDeSolicitud } from '#wording/acuse/plantilla.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoPlano } from '#wording/solicitud/textos.ts';
import { cutColumnas, drawColumnas } from './columnas.ts';
import { ANCHO, ESTILO, type Lienzo, PAGINA } from './lienzo.ts';
import { drawParrafo, drawSeccion, drawSubtitulo, ensureSpace } from './texto.ts';

export function drawTextoFirmado(
  lienzo: Lienzo,
  { texto, firmas }: NonNullable<ContenidoDeAcuse['firmado']>,
  etiquetas: PlantillaDeSolicitud['etiquetas'],
): void {
  drawSubtitulo(lienzo, texto.titulo);
  for (const bloque of texto.bloques) {
    if (bloque.tipo === 'titulo') drawSubtitulo(lienzo, bloque.texto);
    else drawParrafo(lienzo, bloque.texto);
  }
  for (const nota of texto.notas) drawParrafo(lienzo, `${etiquetas.notas} ${nota}`, { estilo: ESTILO.menor });
  for (const { titulo, filas } of firmas) {
    drawSeccion(lienzo, titulo);
    for (const fila of filas) drawValor(lienzo, fila);
  }
}

/** Throws when the text is not, byte for byte, the one whose hash was signed (a bug, or a text that someone edited). */
export function assertTexto(texto: TextoDeSolicitud, sha256: string): void {
  const actual = createHash('sha256').update(textoPlano(texto), 'utf8').digest('hex');
  if (actual !== sha256) throw new Error(`text ${texto.version} is not the one that was signed`);
}

function drawValor(lienzo: Lienzo, fila: Fila): void {
  const lineas = cutColumnas(lienzo.doc, fila.valor, ESTILO.mono, ANCHO);
  ensureSpace(lienzo, ESTILO.etiquetaMenor.linea + lineas.length * ESTILO.mono.linea);
  drawColumnas(lienzo, { ...fila, lineas }, PAGINA.izquierda);
  lienzo.doc.y += 6;
}
