import { formatCantidad } from '../cantidad.ts';
import { formatFecha } from '../fecha.ts';
import { formatTelefono } from '../medio-de-contacto/telefono.ts';
import type { TextoDeSolicitud } from '../solicitud/texto-de-solicitud.ts';
import { textoDeVersion } from '../solicitud/textos.ts';
import type { DatosDeAcuse, DatosDeAcuseDeMedio, DatosDeAcuseDeSolicitud } from './datos.ts';
import { ESTATUS_DE_REGISTRO } from './estatus-de-registro.ts';
import type { PlantillaDeAcuse, PlantillaDeMedio, PlantillaDeSolicitud } from './plantilla.ts';

export interface Fila {
  etiqueta: string;
  valor: string;
  /** A hash, signature or number that people compare sign by sign: shown in a monospaced font. */
  isCodigo?: true;
}

export interface Seccion {
  titulo: string;
  filas: Fila[];
}

/** What an acuse says, in reading order, whatever shows it: the PDF or a page. */
export interface ContenidoDeAcuse {
  titulo: string;
  fecha: string;
  folio: string;
  cuerpo: string;
  secciones: Seccion[];
  cierre: string | null;
  /** Of the acuse of the solicitud alone. */
  solicitud: { texto: TextoDeSolicitud; firma: Seccion } | null;
}

/** Fills a plantilla in. Throws RangeError when data and plantilla are of different types (a bug). */
export function contenidoDeAcuse(datos: DatosDeAcuse, plantilla: PlantillaDeAcuse): ContenidoDeAcuse {
  const { comunes } = plantilla;
  const particular: Seccion = {
    titulo: comunes.datos,
    filas: [
      { etiqueta: comunes.rfc, valor: datos.rfc },
      { etiqueta: comunes.nombre, valor: datos.nombre },
    ],
  };
  const base = { titulo: plantilla.titulo, fecha: fechaVisible(datos.fecha), folio: datos.folio };
  if (datos.tipo === 'SOLICITUD' && plantilla.tipo === 'SOLICITUD') {
    return { ...base, ...partesDeSolicitud(datos, plantilla, particular) };
  }
  if (datos.tipo !== 'SOLICITUD' && plantilla.tipo === datos.tipo) {
    return { ...base, ...partesDeMedio(datos, plantilla, particular) };
  }
  throw new RangeError(`plantilla ${plantilla.version} is not for ${datos.tipo}`);
}

function partesDeMedio(datos: DatosDeAcuseDeMedio, plantilla: PlantillaDeMedio, particular: Seccion) {
  const { etiquetas, cuerpo, cierre, bloque } = plantilla;
  const filas: Fila[] = [
    { etiqueta: etiquetas[datos.medio.mecanismo], valor: medioVisible(datos.medio) },
    { etiqueta: etiquetas.estatus, valor: ESTATUS_DE_REGISTRO[datos.tipo] },
  ];
  filas.push(...filasDeRegistros(datos, plantilla));
  if (datos.tipo === 'BAJA') filas.push({ etiqueta: etiquetas.fechaDeBaja, valor: fechaVisible(datos.fechaDeBaja) });
  return { cuerpo, secciones: [particular, { titulo: bloque, filas }], cierre, solicitud: null };
}

/** For which registros the medio is, when it is not for the RFC; they themselves are many, and stand apart. */
function filasDeRegistros({ folioDelMedio, registros }: DatosDeAcuseDeMedio, plantilla: PlantillaDeMedio): Fila[] {
  if (!registros) return [];
  const { deRegistros } = plantilla;
  if (!deRegistros) throw new RangeError(`plantilla ${plantilla.version} knows no registros patronales`);
  return [
    ...(folioDelMedio ? [{ etiqueta: deRegistros.folioDelMedio, valor: folioDelMedio }] : []),
    { etiqueta: deRegistros.registros, valor: formatCantidad(registros.total) },
    { etiqueta: deRegistros.sha256, valor: registros.sha256, isCodigo: true },
  ];
}

function partesDeSolicitud(datos: DatosDeAcuseDeSolicitud, plantilla: PlantillaDeSolicitud, particular: Seccion) {
  const { etiquetas, firma, bloque } = plantilla;
  const texto: Seccion = {
    titulo: bloque,
    filas: [
      { etiqueta: etiquetas.version, valor: datos.textoVersion },
      { etiqueta: etiquetas.sha256, valor: datos.textoSha256, isCodigo: true },
    ],
  };
  const firmado: Seccion = {
    titulo: firma.titulo,
    filas: [
      { etiqueta: firma.serie, valor: datos.serieDelFirmante, isCodigo: true },
      { etiqueta: firma.firma, valor: datos.firma, isCodigo: true },
      { etiqueta: firma.cadena, valor: datos.cadenaFirmada, isCodigo: true },
    ],
  };
  return {
    cuerpo: cuerpoDeSolicitud(datos, plantilla),
    secciones: [particular, texto],
    cierre: null,
    solicitud: { texto: textoDeVersion(datos.textoVersion), firma: firmado },
  };
}

/** One pass over the marks, so that nothing inside a name is ever taken for a mark. */
function cuerpoDeSolicitud(datos: DatosDeAcuseDeSolicitud, plantilla: PlantillaDeSolicitud): string {
  const valores: Record<string, string> = {
    nombre: datos.nombre,
    rfc: datos.rfc,
    rfcRepresentante: datos.rfcRepresentante ?? '',
    fechaDeFirma: fechaVisible(datos.fechaDeFirma),
    zona: plantilla.comunes.zona,
    serie: datos.serieDelFirmante,
  };
  const cuerpo = datos.rfcRepresentante ? plantilla.cuerpoConRepresentante : plantilla.cuerpo;
  return cuerpo.replace(/\{(\w+)\}/g, (mark, name: string) => valores[name] ?? mark);
}

/** The ten digits of a phone, as the person typed them; the cadena has the number with its country. */
function medioVisible({ mecanismo, valor }: DatosDeAcuseDeMedio['medio']): string {
  return mecanismo === 'TELEFONO' ? formatTelefono(valor) : valor;
}

function fechaVisible(fecha: string): string {
  return formatFecha(new Date(fecha));
}
