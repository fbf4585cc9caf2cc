import { z } from 'zod';
import { MECANISMOS } from '../medio-de-contacto/mecanismo.ts';

const fecha = z.iso.datetime({ offset: true });

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
  registros: z.object({ total: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullish(),
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
  textoSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Serial of the e.firma certificate that signed. */
  serieDelFirmante: z.string().min(1),
  /** The cadena original that the titular signed, and the signature in base64. */
  cadenaFirmada: z.string().min(1),
  firma: z.base64().min(1),
};

const datosDeAcuse = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('REGISTRO'), ...deMedio }),
  z.object({ tipo: z.literal('VALIDACION'), ...deMedio }),
  z.object({ tipo: z.literal('BAJA'), ...deMedio, fechaDeBaja: fecha }),
  z.object({ tipo: z.literal('SOLICITUD'), ...deSolicitud }),
]);

/** What an acuse is about, everything its document and its cadena need. JSON all through: dates are ISO 8601 strings. */
export type DatosDeAcuse = z.infer<typeof datosDeAcuse>;

export type DatosDeAcuseDeMedio = Exclude<DatosDeAcuse, { tipo: 'SOLICITUD' }>;
export type DatosDeAcuseDeSolicitud = Extract<DatosDeAcuse, { tipo: 'SOLICITUD' }>;

/** Reads the JSON column of an acuse again. Throws ZodError on anything that was not written by this module (a bug). */
export function parseDatosDeAcuse(json: unknown): DatosDeAcuse {
  return datosDeAcuse.parse(json);
}
