import { createHash } from 'node:crypto';
import { checkValue, verificationPath } from '#domain/acuse/check-value.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { primerosDe, type RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import type { Validez } from '#infra/pades/ask-validez.ts';
import type { CampoDeSello } from '#infra/pades/create-sello-de-pdf.ts';
import { type ContenidoDeAcuse, contenidoDeAcuse } from '#wording/acuse/contenido-de-acuse.ts';
import type { PlantillaDeAcuse } from '#wording/acuse/plantilla.ts';
import { addValidez } from './add-validez.ts';
import { drawAnexo } from './anexo.ts';
import { addCampoDeSello } from './campo-de-sello.ts';
import { type DatosDeSello, drawCuadroDeSello } from './cuadro-de-sello.ts';
import { createDocumento, finishDocumento } from './documento.ts';
import { type DatosDeIdentificacion, drawIdentificacion } from './identificacion.ts';
import { ESTILO, type Lienzo, startEstructura } from './lienzo.ts';
import { drawCabecera, drawRepetidos, type Marco } from './paginas.ts';
import { drawTabla } from './tabla.ts';
import { drawParrafo, drawSeccion, ensureSpace, heightOfParrafo } from './texto.ts';
import { assertTexto, drawTextoFirmado } from './texto-firmado.ts';

export interface AcuseParaImprimir {
  datos: DatosDeAcuse;
  plantilla: PlantillaDeAcuse;
  cadenaOriginal: string;
  sello: Uint8Array;
  serieDelSello: string;
  /** Without a final slash. */
  appUrl: string;
  demo: boolean;
  registros?: RelacionDeRegistros | null;
  campo?: CampoDeSello;
  validez?: Validez;
  onProgress?: (hechos: number, total: number) => Promise<void>;
}

export type RenderAcuse = (acuse: AcuseParaImprimir) => Promise<Buffer>;

/**
 * PDF/A-2a and PDF/UA-1; the same input gives the same bytes, in any process and zone. 8 to 20 ms, and seconds more for
 * tens of thousands of registros. Throws when data and plantilla, or text and hash, do not belong together (a bug).
 */
export const renderAcuse: RenderAcuse = async (acuse) => {
  const { datos, plantilla, demo } = acuse;
  const { comunes } = plantilla;
  const contenido = contenidoDeAcuse(datos, plantilla, acuse.registros ? await primerosDe(acuse.registros) : []);
  const doc = createDocumento({
    titulo: plantilla.titulo,
    asunto: `${comunes.folio} ${datos.folio}`,
    autor: comunes.instituto,
    fecha: new Date(datos.fecha),
  });
  const lienzo = startEstructura(doc);
  const marco: Marco = { comunes, folio: datos.folio, demo };
  drawCabecera(lienzo, marco);
  drawIdentificacion(lienzo, identificacionDe(acuse, contenido));
  drawSeccion(lienzo, comunes.contenido);
  drawParrafo(lienzo, contenido.cuerpo);
  for (const { titulo, filas, parrafos = [] } of contenido.secciones) {
    drawSeccion(lienzo, titulo);
    drawTabla(lienzo, filas);
    for (const parrafo of parrafos) drawParrafo(lienzo, parrafo);
  }
  drawResto(lienzo, acuse, contenido);
  const sello = acuse.campo ? addCampoDeSello(lienzo, acuse.campo, new Date(datos.fecha)) : null;
  drawRepetidos(lienzo, marco, await drawPaginasDeMas(lienzo, acuse, marco));
  if (acuse.validez) addValidez(doc, acuse.validez);
  return finishDocumento(doc, sello);
};

async function drawPaginasDeMas(lienzo: Lienzo, acuse: AcuseParaImprimir, marco: Marco): Promise<number> {
  const { registros, onProgress } = acuse;
  const titulo = tituloDeAnexo(acuse);
  if (!titulo || !registros) return lienzo.doc.bufferedPageRange().count;
  return drawAnexo(lienzo, { titulo, marco, registros, onProgress });
}

function tituloDeAnexo({ plantilla, registros }: AcuseParaImprimir): string | undefined {
  return registros && 'deRegistros' in plantilla ? plantilla.deRegistros?.anexo : undefined;
}

function drawResto(lienzo: Lienzo, acuse: AcuseParaImprimir, contenido: ContenidoDeAcuse): void {
  const { datos, plantilla } = acuse;
  const { comunes } = plantilla;
  if (contenido.cierre) drawParrafo(lienzo, contenido.cierre, { despues: 8 });
  if (contenido.firmado && 'firma' in plantilla && 'firma' in datos) {
    assertTexto(contenido.firmado.texto, datos.textoSha256);
    drawTextoFirmado(lienzo, contenido.firmado, plantilla.etiquetas);
  }
  lienzo.doc.y += 2;
  const finales = [comunes.descargo, comunes.privacidad];
  const opciones = { estilo: ESTILO.menor, despues: 4 };
  const alto = finales.reduce((sum, texto) => sum + heightOfParrafo(lienzo.doc, texto, opciones), -opciones.despues);
  drawCuadroDeSello(lienzo, datosDeSello(acuse), comunes, tituloDeAnexo(acuse) ? 0 : alto);
  ensureSpace(lienzo, alto);
  for (const texto of finales) drawParrafo(lienzo, texto, opciones);
}

function identificacionDe(
  { datos, plantilla, sello, appUrl }: AcuseParaImprimir,
  { titulo, fecha, folio }: ContenidoDeAcuse,
): DatosDeIdentificacion {
  const valor = checkValue(createHash('sha256').update(sello).digest());
  return {
    comunes: plantilla.comunes,
    titulo,
    fecha: `${fecha} ${plantilla.comunes.zona}`,
    folio,
    valorDeVerificacion: valor,
    url: `${appUrl}${verificationPath(datos.folio, datos.tipo, valor)}`,
    paginaVisible: `${appUrl.replace(/^https?:\/\//, '')}/verificar`,
  };
}

function datosDeSello({ datos, plantilla, cadenaOriginal, sello, serieDelSello }: AcuseParaImprimir): DatosDeSello {
  const { comunes } = plantilla;
  const series = [{ etiqueta: comunes.serieDelSello, valor: serieDelSello }];
  if (datos.serieDelFirmante) series.push({ etiqueta: comunes.serieDelFirmante, valor: datos.serieDelFirmante });
  return { sello: Buffer.from(sello).toString('base64'), cadenaOriginal, series };
}
