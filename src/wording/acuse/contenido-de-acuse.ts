import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import { parrafosDe } from '#domain/aclaracion/texto.ts';
import {
  type DatosDeAcuse,
  type DatosDeAcuseDeAclaracion,
  type DatosDeAcuseDeMedio,
  type DatosDeAcuseDeSolicitud,
  ESTATUS_DE_REGISTRO,
  firmasDe,
  isDeMedio,
} from '#domain/acuse/datos.ts';
import { formatTamano } from '#domain/adjunto/tamano.ts';
import { formatCantidad } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { paresDeDesignacion } from '#domain/representacion/designacion.ts';
import type { TextoDeSolicitud } from '../solicitud/texto-de-solicitud.ts';
import { textoDeVersion } from '../solicitud/textos.ts';
import type {
  PlantillaDeAclaracion,
  PlantillaDeAcuse,
  PlantillaDeMedio,
  PlantillaDeSolicitud,
  TextosDeRegistros,
} from './plantilla.ts';

export interface Fila {
  etiqueta: string;
  valor: string;
  /** A hash, signature or number that people compare sign by sign: shown in a monospaced font. */
  isCodigo?: true;
}

export interface Seccion {
  titulo: string;
  filas: Fila[];
  /** What a person wrote, under the rows. */
  parrafos?: string[];
}

/** What an acuse says, in reading order, whatever shows it: the PDF or a page. */
export interface ContenidoDeAcuse {
  titulo: string;
  fecha: string;
  folio: string;
  cuerpo: string;
  secciones: Seccion[];
  cierre: string | null;
  /** A legal text, with the signatures under it. */
  firmado: { texto: TextoDeSolicitud; firmas: Seccion[] } | null;
}

/**
 * Fills a plantilla in; `primeros` are the first registros patronales that it certifies, where it certifies any (see
 * primerosDe). Throws RangeError when data and plantilla are of different types (a bug).
 */
export function contenidoDeAcuse(
  datos: DatosDeAcuse,
  plantilla: PlantillaDeAcuse,
  primeros: readonly string[] = [],
): ContenidoDeAcuse {
  const { comunes } = plantilla;
  const particular: Seccion = {
    titulo: comunes.datos,
    filas: [
      { etiqueta: comunes.rfc, valor: datos.rfc },
      { etiqueta: comunes.nombre, valor: datos.nombre },
      ...filasDeConducto(datos),
    ],
  };
  const partes = partesDe(datos, plantilla, primeros);
  const base = { titulo: plantilla.titulo, fecha: fechaVisible(datos.fecha), folio: datos.folio };
  return { ...base, ...partes, secciones: [particular, ...partes.secciones] };
}

function partesDe(datos: DatosDeAcuse, plantilla: PlantillaDeAcuse, primeros: readonly string[]) {
  if ('firma' in datos && 'firma' in plantilla && plantilla.tipo === datos.tipo)
    return partesDeSolicitud(datos, plantilla);
  if (datos.tipo === 'ACLARACION' && plantilla.tipo === 'ACLARACION') return partesDeAclaracion(datos, plantilla);
  if (isDeMedio(datos) && plantilla.tipo === datos.tipo) return partesDeMedio(datos, plantilla, primeros);
  throw new RangeError(`plantilla ${plantilla.version} is not for ${datos.tipo}`);
}

/** Frozen like a plantilla, and of every type: what says it is no other edition of theirs, whose wording stays as it was. */
function filasDeConducto({ porConducto, rfcRepresentante }: DatosDeAcuse): Fila[] {
  if (!porConducto) return [];
  return [
    { etiqueta: 'Por conducto de:', valor: `${porConducto.nombre}, con RFC ${rfcRepresentante}` },
    { etiqueta: 'Folio de la designación:', valor: porConducto.folio },
  ];
}

function partesDeMedio(datos: DatosDeAcuseDeMedio, plantilla: PlantillaDeMedio, primeros: readonly string[]) {
  const { etiquetas, cuerpo, cierre, bloque } = plantilla;
  const filas: Fila[] = [
    { etiqueta: etiquetas[datos.medio.mecanismo], valor: formatMedio(datos.medio) },
    { etiqueta: etiquetas.estatus, valor: ESTATUS_DE_REGISTRO[datos.tipo] },
  ];
  filas.push(...filasDeRegistros(datos, plantilla, primeros));
  if (datos.tipo === 'BAJA') filas.push(...filasDeBaja(datos, plantilla));
  return { cuerpo, secciones: [{ titulo: bloque, filas }], cierre, firmado: null };
}

function filasDeBaja(
  { fechaDeBaja, causa }: Extract<DatosDeAcuseDeMedio, { tipo: 'BAJA' }>,
  { version, etiquetas, deRegistros }: PlantillaDeMedio,
): Fila[] {
  const fecha = { etiqueta: etiquetas.fechaDeBaja, valor: fechaVisible(fechaDeBaja) };
  if (!causa) return [fecha];
  const textos = deRegistros?.causa;
  if (!textos) throw new RangeError(`plantilla ${version} knows no cause of a baja`);
  return [fecha, { etiqueta: textos.etiqueta, valor: textos[causa] }];
}

/** For which registros the medio is, when it is not for the RFC; where they are many, all of them stand in an annex. */
function filasDeRegistros(
  { folioDelMedio, registros }: DatosDeAcuseDeMedio,
  plantilla: PlantillaDeMedio,
  primeros: readonly string[],
): Fila[] {
  if (!registros) return [];
  const { deRegistros } = plantilla;
  if (!deRegistros) throw new RangeError(`plantilla ${plantilla.version} knows no registros patronales`);
  return [
    ...(folioDelMedio ? [{ etiqueta: deRegistros.folioDelMedio, valor: folioDelMedio }] : []),
    { etiqueta: deRegistros.registros, valor: nombrarRegistros(registros.total, primeros, deRegistros) },
    { etiqueta: deRegistros.sha256, valor: registros.sha256, isCodigo: true },
  ];
}

function nombrarRegistros(total: number, primeros: readonly string[], { relacion }: TextosDeRegistros): string {
  if (!relacion || primeros.length === 0) return formatCantidad(total);
  const mas = total - primeros.length;
  return fillIn(mas === 0 ? relacion.todos : relacion.primeros, {
    total: formatCantidad(total),
    numeros: primeros.map(formatRegistroPatronal).join(', '),
    mas: formatCantidad(mas),
  });
}

function partesDeSolicitud(datos: DatosDeAcuseDeSolicitud, plantilla: PlantillaDeSolicitud) {
  const { etiquetas, firma, bloque } = plantilla;
  const texto: Seccion = {
    titulo: bloque,
    filas: [
      { etiqueta: etiquetas.version, valor: datos.textoVersion },
      { etiqueta: etiquetas.sha256, valor: datos.textoSha256, isCodigo: true },
    ],
  };
  const firmas = firmasDe(datos).map(
    (cada, index): Seccion => ({
      titulo: (index === 0 ? null : plantilla.designacion?.firma) ?? firma.titulo,
      filas: [
        { etiqueta: firma.serie, valor: cada.serieDelFirmante, isCodigo: true },
        { etiqueta: firma.firma, valor: cada.firma, isCodigo: true },
      ],
    }),
  );
  const { nombre, rfc, rfcRepresentante, serieDelFirmante: serie } = datos;
  const valores = {
    ...{ nombre, rfc, serie, zona: plantilla.comunes.zona },
    rfcRepresentante: rfcRepresentante ?? '',
    fechaDeFirma: fechaVisible(datos.fechaDeFirma),
  };
  firmas.at(-1)?.filas.push({ etiqueta: firma.cadena, valor: datos.cadenaFirmada, isCodigo: true });
  return {
    cuerpo: fillIn(datos.rfcRepresentante ? plantilla.cuerpoConRepresentante : plantilla.cuerpo, valores),
    secciones: [...seccionDeDesignacion(datos, plantilla), texto],
    cierre: null,
    firmado: { texto: textoDeVersion(datos.textoVersion), firmas },
  };
}

function seccionDeDesignacion(datos: DatosDeAcuseDeSolicitud, { comunes, designacion }: PlantillaDeSolicitud) {
  if (datos.tipo !== 'REPRESENTACION' || !designacion) return [];
  const pares = paresDeDesignacion(datos).map(([etiqueta, valor]) => ({ etiqueta: `${etiqueta}:`, valor }));
  const rfc = { etiqueta: comunes.rfc, valor: datos.rfcRepresentante };
  const nombre = { etiqueta: designacion.nombre, valor: datos.nombreDelRepresentante };
  return [{ titulo: designacion.titulo, filas: [rfc, nombre, ...pares] }];
}

function partesDeAclaracion(datos: DatosDeAcuseDeAclaracion, plantilla: PlantillaDeAclaracion) {
  const { nombre, rfc, fecha, asunto, medio, adjunto, texto, textoSha256 } = datos;
  const { etiquetas, comunes, bloque, planteamiento } = plantilla;
  const filas: Fila[] = [{ etiqueta: etiquetas.asunto, valor: ASUNTO_EN_PALABRAS[asunto] }];
  if (medio)
    filas.push(
      { etiqueta: etiquetas.folioDelMedio, valor: medio.folio },
      { etiqueta: etiquetas.fechaDelMedio, valor: fechaVisible(medio.fechaDeRegistro) },
      { etiqueta: etiquetas.enPlazo, valor: medio.enPlazo ? 'Sí' : 'No' },
    );
  if (adjunto)
    filas.push(
      { etiqueta: etiquetas.adjunto, valor: `${adjunto.nombre} (${formatTamano(adjunto.bytes)})` },
      { etiqueta: etiquetas.sha256DelAdjunto, valor: adjunto.sha256, isCodigo: true },
    );
  const escrito: Seccion = {
    titulo: planteamiento,
    filas: [{ etiqueta: etiquetas.sha256, valor: textoSha256, isCodigo: true }],
    parrafos: parrafosDe(texto),
  };
  return {
    cuerpo: fillIn(plantilla.cuerpo, { nombre, rfc, fecha: fechaVisible(fecha), zona: comunes.zona }),
    secciones: [{ titulo: bloque, filas }, escrito],
    cierre: null,
    firmado: null,
  };
}

/** One pass over the marks, so that nothing inside a name is ever taken for a mark. */
function fillIn(cuerpo: string, valores: Record<string, string>): string {
  return cuerpo.replace(/\{(\w+)\}/g, (mark, name: string) => valores[name] ?? mark);
}

function fechaVisible(fecha: string): string {
  return formatFecha(new Date(fecha));
}
