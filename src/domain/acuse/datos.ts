import { z } from 'zod';
import { ASUNTOS_DE_ACLARACION } from '../aclaracion/asunto.ts';
import { MECANISMOS } from '../medio-de-contacto/mecanismo.ts';

const fecha = z.iso.datetime({ offset: true });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Why something left a medio where its titular did not ask for it: the padrón says that the registros are of another. */
export const CAUSAS_DE_BAJA = ['PADRON'] as const;

export type CausaDeBaja = (typeof CAUSAS_DE_BAJA)[number];

const comun = {
  folio: z.string().min(1),
  /** When the acuse was made. */
  fecha,
  rfc: z.string().min(1),
  nombre: z.string(),
  /** Who acted for a persona moral. */
  rfcRepresentante: z.string().min(1).nullish(),
};

const deMedio = {
  ...comun,
  medio: z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().min(1) }),
  /** Of a medio for registros patronales: how many it covers, and the SHA-256 of their list (registro-patronal/summarize-registros). */
  registros: z.object({ total: z.int().min(1), sha256 }).nullish(),
  /** Where registros leave a medio under a folio of their own: the medio's. */
  folioDelMedio: z.string().min(1).nullish(),
  /** Serial of the e.firma certificate with which the titular was signed in, where there was a session. */
  serieDelFirmante: z.string().min(1).nullish(),
};

const deSolicitud = {
  ...comun,
  /** When the titular signed: the date in the cadena that was signed. */
  fechaDeFirma: fecha,
  textoVersion: z.string().min(1),
  textoSha256: sha256,
  /** Serial of the e.firma certificate that signed. */
  serieDelFirmante: z.string().min(1),
  /** The cadena original that the titular signed, and the signature in base64. */
  cadenaFirmada: z.string().min(1),
  firma: z.base64().min(1),
};

const deAclaracion = {
  ...comun,
  asunto: z.enum(ASUNTOS_DE_ACLARACION),
  /** What was written, and its SHA-256 in UTF-8, which the sello covers. */
  texto: z.string().min(1),
  textoSha256: sha256,
  /** The medio that it is about: its folio, when it was registered, and whether this was filed within 24 hours of that. */
  medio: z.object({ folio: z.string().min(1), fechaDeRegistro: fecha, enPlazo: z.boolean() }).nullish(),
  adjunto: z.object({ nombre: z.string().min(1), bytes: z.int().min(1), sha256 }).nullish(),
  /** Serial of the e.firma certificate with which the titular was signed in. */
  serieDelFirmante: z.string().min(1),
};

const datosDeAcuse = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('REGISTRO'), ...deMedio }),
  z.object({ tipo: z.literal('VALIDACION'), ...deMedio }),
  z.object({ tipo: z.literal('BAJA'), ...deMedio, fechaDeBaja: fecha, causa: z.enum(CAUSAS_DE_BAJA).nullish() }),
  z.object({ tipo: z.literal('SOLICITUD'), ...deSolicitud }),
  z.object({ tipo: z.literal('ACLARACION'), ...deAclaracion }),
]);

/** What an acuse is about, everything its document and its cadena need. JSON all through: dates are ISO 8601 strings. */
export type DatosDeAcuse = z.infer<typeof datosDeAcuse>;

export type DatosDeAcuseDeMedio = Exclude<DatosDeAcuse, { tipo: 'SOLICITUD' | 'ACLARACION' }>;
export type DatosDeAcuseDeSolicitud = Extract<DatosDeAcuse, { tipo: 'SOLICITUD' }>;
export type DatosDeAcuseDeAclaracion = Extract<DatosDeAcuse, { tipo: 'ACLARACION' }>;

/** Of a medio de contacto: registro, validación or baja. */
export function isDeMedio(datos: DatosDeAcuse): datos is DatosDeAcuseDeMedio {
  return datos.tipo !== 'SOLICITUD' && datos.tipo !== 'ACLARACION';
}

/** Of registros patronales that left a medio, which went on: told from the JSON column of any acuse. */
export function isDeRegistros(json: unknown): boolean {
  return z.object({ folioDelMedio: z.string() }).safeParse(json).success;
}

/** Why, of an acuse of baja that its titular did not ask for; null for any other: told from the JSON column. */
export function causaDeBaja(json: unknown): CausaDeBaja | null {
  return z.object({ causa: z.enum(CAUSAS_DE_BAJA) }).safeParse(json).data?.causa ?? null;
}

/** Reads the JSON column of an acuse again. Throws ZodError on anything that was not written by this module (a bug). */
export function parseDatosDeAcuse(json: unknown): DatosDeAcuse {
  return datosDeAcuse.parse(json);
}
