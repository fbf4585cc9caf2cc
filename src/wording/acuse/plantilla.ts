import type { CausaDeBaja, DatosDeAcuseDeMedio } from '#domain/acuse/datos.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { TextosComunes } from './plantilla-comun.ts';

/** The wording of one type of acuse. Once an acuse was issued with it, it never changes: a new wording is a new version. */
export type PlantillaDeAcuse = PlantillaDeMedio | PlantillaDeSolicitud | PlantillaDeAclaracion;

interface Plantilla {
  version: string;
  tipo: TipoDeAcuse;
  vigenteDesde: Date;
  titulo: string;
  /** Body under «Contenido del acuse»; `{…}` is filled in. */
  cuerpo: string;
  bloque: string;
  comunes: TextosComunes;
}

export interface PlantillaDeMedio extends Plantilla {
  tipo: DatosDeAcuseDeMedio['tipo'];
  etiquetas: Record<Mecanismo, string> & { estatus: string; fechaDeBaja: string };
  /** Of acuses of medios for registros patronales; the first edition knew none. */
  deRegistros?: TextosDeRegistros;
  cierre: string;
}

export interface PlantillaDeSolicitud extends Plantilla {
  tipo: 'SOLICITUD' | 'REPRESENTACION';
  /** Body when a representative signed. */
  cuerpoConRepresentante: string;
  etiquetas: { version: string; sha256: string; notas: string };
  firma: { titulo: string; serie: string; firma: string; cadena: string };
  /** Titles of what is given to a representative, and of their signature. */
  designacion?: { titulo: string; nombre: string; firma: string };
}

export interface PlantillaDeAclaracion extends Plantilla {
  tipo: 'ACLARACION';
  etiquetas: Record<
    'asunto' | 'folioDelMedio' | 'fechaDelMedio' | 'enPlazo' | 'adjunto' | 'sha256DelAdjunto' | 'sha256',
    string
  >;
  /** Title of the section with the text that was filed. */
  planteamiento: string;
}

export interface TextosDeRegistros {
  folioDelMedio: string;
  registros: string;
  sha256: string;
  anexo: string;
  /** Why they left, where their titular did not ask for it; the third edition knew no such baja. */
  causa?: { etiqueta: string } & Record<CausaDeBaja, string>;
  /** How the table names all of few registros, or the first of many; the second edition only counted them. */
  relacion?: { todos: string; primeros: string };
}
