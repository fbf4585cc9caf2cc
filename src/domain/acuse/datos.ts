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
  fecha,
  rfc: z.string().min(1),
  nombre: z.string(),
  rfcRepresentante: z.string().min(1).nullish(),
};

const deMedio = {
  ...comun,
  medio: z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().min(1) }),
  /** Of a medio for registros patronales: how many it covers, and the SHA-256 of their list (registro-patronal/summarize-registros). */
  registros: z.object({ total: z.int().min(1), sha256 }).nullish(),
  folioDelMedio: z.string().min(1).nullish(),
  serieDelFirmante: z.string().min(1).nullish(),
};

const deSolicitud = {
  ...comun,
  fechaDeFirma: fecha,
  textoVersion: z.string().min(1),
  textoSha256: sha256,
  serieDelFirmante: z.string().min(1),
  cadenaFirmada: z.string().min(1),
  firma: z.base64().min(1),
};

const deAclaracion = {
  ...comun,
  asunto: z.enum(ASUNTOS_DE_ACLARACION),
  texto: z.string().min(1),
  textoSha256: sha256,
  medio: z.object({ folio: z.string().min(1), fechaDeRegistro: fecha, enPlazo: z.boolean() }).nullish(),
  adjunto: z.object({ nombre: z.string().min(1), bytes: z.int().min(1), sha256 }).nullish(),
  serieDelFirmante: z.string().min(1),
};

const datosDeAcuse = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('REGISTRO'), ...deMedio }),
  z.object({ tipo: z.literal('VALIDACION'), ...deMedio }),
  z.object({ tipo: z.literal('BAJA'), ...deMedio, fechaDeBaja: fecha, causa: z.enum(CAUSAS_DE_BAJA).nullish() }),
  z.object({ tipo: z.literal('SOLICITUD'), ...deSolicitud }),
  z.object({ tipo: z.literal('ACLARACION'), ...deAclaracion }),
]);

export type DatosDeAcuse = z.infer<typeof datosDeAcuse>;

export type DatosDeAcuseDeMedio = Exclude<DatosDeAcuse, { tipo: 'SOLICITUD' | 'ACLARACION' }>;
export type DatosDeAcuseDeSolicitud = Extract<DatosDeAcuse, { tipo: 'SOLICITUD' }>;
export type DatosDeAcuseDeAclaracion = Extract<DatosDeAcuse, { tipo: 'ACLARACION' }>;

export function isDeMedio(datos: DatosDeAcuse): datos is DatosDeAcuseDeMedio {
  return datos.tipo !== 'SOLICITUD' && datos.tipo !== 'ACLARACION';
}

export function isDeRegistros(json: unknown): boolean {
  return z.object({ folioDelMedio: z.string() }).safeParse(json).success;
}

export function causaDeBaja(json: unknown): CausaDeBaja | null {
  return z.object({ causa: z.enum(CAUSAS_DE_BAJA) }).safeParse(json).data?.causa ?? null;
}

/** Reads the JSON column of an acuse again. Throws ZodError on anything that was not written by this module (a bug). */
export function parseDatosDeAcuse(json: unknown): DatosDeAcuse {
  return datosDeAcuse.parse(json);
}
