import { z } from 'zod';
import { ASUNTOS_DE_ACLARACION } from '#domain/aclaracion/asunto.ts';
import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import { PODERES } from '#domain/representacion/poder.ts';

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
  porConducto: z.object({ nombre: z.string(), folio: z.string().min(1), serieDelTitular: z.string().min(1) }).nullish(),
};

const deMedio = {
  ...comun,
  medio: z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().min(1) }),
  /** Of a medio for registros patronales: how many it covers, and the SHA-256 of their list (registro-patronal/summarize-registros). */
  registros: z.object({ total: z.int().min(1), sha256 }).nullish(),
  folioDelMedio: z.string().min(1).nullish(),
  serieDelFirmante: z.string().min(1).nullish(),
};

const firma = { fechaDeFirma: fecha, serieDelFirmante: z.string().min(1), firma: z.base64().min(1) };

const deSolicitud = {
  ...comun,
  ...firma,
  textoVersion: z.string().min(1),
  textoSha256: sha256,
  cadenaFirmada: z.string().min(1),
};

const deRepresentacion = {
  ...deSolicitud,
  rfcRepresentante: z.string().min(1),
  nombreDelRepresentante: z.string(),
  delRepresentante: z.object(firma),
  poderes: z.array(z.enum(PODERES)).min(1),
  registrosPatronales: z.array(z.string().min(1)),
  hasta: fecha,
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
  z.object({ tipo: z.literal('REPRESENTACION'), ...deRepresentacion }),
]);

export type DatosDeAcuse = z.infer<typeof datosDeAcuse>;

export type DatosDeAcuseDeMedio = Extract<DatosDeAcuse, { tipo: 'REGISTRO' | 'VALIDACION' | 'BAJA' }>;
export type DatosDeAcuseDeRepresentacion = Extract<DatosDeAcuse, { tipo: 'REPRESENTACION' }>;
export type DatosDeAcuseDeSolicitud = Extract<DatosDeAcuse, { tipo: 'SOLICITUD' | 'REPRESENTACION' }>;
export type DatosDeAcuseDeAclaracion = Extract<DatosDeAcuse, { tipo: 'ACLARACION' }>;

export function isDeMedio(datos: DatosDeAcuse): datos is DatosDeAcuseDeMedio {
  return 'medio' in datos && datos.tipo !== 'ACLARACION';
}

/** Who signed a legal text, the titular or whoever did it for them first; with how the files of each signature are called in the evidence. */
export function firmasDe(datos: DatosDeAcuseDeSolicitud) {
  const rfc = (datos.porConducto && datos.rfcRepresentante) || datos.rfc;
  if (datos.tipo === 'SOLICITUD') return [{ ...datos, rfc, archivo: 'solicitud', numero: '' }];
  const representante = { ...datos.delRepresentante, rfc: datos.rfcRepresentante, archivo: 'firma-2', numero: '-2' };
  return [{ ...datos, archivo: 'firma-1', numero: '-1' }, representante];
}

export function isDeRegistros(json: unknown): boolean {
  return z.object({ folioDelMedio: z.string() }).safeParse(json).success;
}

/** Done by a representative: whoever signed is not the titular. */
export function isPorConducto(json: unknown): boolean {
  return z.object({ porConducto: z.object({}) }).safeParse(json).success;
}

export function causaDeBaja(json: unknown): CausaDeBaja | null {
  return z.object({ causa: z.enum(CAUSAS_DE_BAJA) }).safeParse(json).data?.causa ?? null;
}

/** Reads the JSON column of an acuse again. Throws ZodError on anything that was not written by this module (a bug). */
export function parseDatosDeAcuse(json: unknown): DatosDeAcuse {
  return datosDeAcuse.parse(json);
}

/** guide/README, table. */
export const ESTATUS_DE_REGISTRO = {
  REGISTRO: 'En proceso',
  VALIDACION: 'Validado',
  BAJA: 'Baja',
} as const satisfies Record<DatosDeAcuseDeMedio['tipo'], string>;
