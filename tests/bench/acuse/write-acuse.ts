import { createHash } from 'node:crypto';
import { checkValue, verificationPath } from '#domain/acuse/check-value.ts';
import type { AcuseParaImprimir } from '#infra/pdf/render-acuse.ts';
import { contenidoDeAcuse } from '#wording/acuse/contenido-de-acuse.ts';

type Par = [etiqueta: string, valor: string];

/** All that the acuse of a medio says, from top to bottom, for whoever draws it by other means. */
export type Escrito = ReturnType<typeof writeAcuse>;

export function writeAcuse({ datos, plantilla, cadenaOriginal, sello, serieDelSello, appUrl }: AcuseParaImprimir) {
  const { comunes } = plantilla;
  const { titulo, fecha, folio, cuerpo, secciones, cierre } = contenidoDeAcuse(datos, plantilla);
  const valor = checkValue(createHash('sha256').update(sello).digest());
  const identificacion: Par[] = [
    [comunes.fecha, `${fecha} ${comunes.zona}`],
    [comunes.folio, folio],
    [comunes.valor, valor],
    [comunes.verificar, `${appUrl.replace(/^https?:\/\//, '')}/verificar`],
  ];
  const series: Par[] = [[comunes.serieDelSello, serieDelSello]];
  if (datos.serieDelFirmante) series.push([comunes.serieDelFirmante, datos.serieDelFirmante]);
  const deSello: Par[] = [
    [comunes.sello, Buffer.from(sello).toString('base64')],
    [comunes.cadena, cadenaOriginal],
    ...series,
  ];
  return {
    demostracion: comunes.demostracion,
    encabezado: [comunes.gobierno, comunes.instituto, comunes.sistema],
    titulo,
    identificacion,
    url: `${appUrl}${verificationPath(datos.folio, datos.tipo, valor)}`,
    contenido: comunes.contenido,
    cuerpo,
    secciones: secciones.map((seccion) => ({
      titulo: seccion.titulo,
      filas: seccion.filas.map(({ etiqueta, valor }): Par => [etiqueta, valor]),
    })),
    cierre: cierre ?? '',
    sello: deSello,
    finales: [comunes.descargo, comunes.privacidad],
    pie: [comunes.contacto.titulo, ...comunes.contacto.lineas, comunes.contacto.sitio],
    pagina: [`${comunes.folio} ${folio}`, 'Página 1 de 1'],
  };
}
