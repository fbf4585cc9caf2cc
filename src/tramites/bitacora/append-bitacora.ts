import { inPartes } from '#domain/partes.ts';
import type { Actor, Contexto, Tx } from '#tramites/contexto.ts';

/** Security and legal events. A name here is for ever: rows with it are kept as evidence. */
export type Evento =
  | 'INGRESO'
  | 'INGRESO_RECHAZADO'
  | 'SALIDA'
  | 'OTRAS_SESIONES_CERRADAS'
  | 'MEDIO_REGISTRADO'
  | 'MEDIO_VALIDADO'
  | 'MEDIO_CANCELADO'
  | 'MEDIO_DADO_DE_BAJA'
  | 'REGISTROS_DADOS_DE_BAJA'
  | 'REGISTRO_PASADO_A_OTRO_TITULAR'
  | 'REGISTROS_CAMBIADOS_EN_PADRON'
  | 'PADRON_IMPORTADO'
  | 'CORREO_AJENO'
  | 'REENVIO_PEDIDO'
  | 'CODIGO_INCORRECTO'
  | 'ENVIO_INTENTADO'
  | 'ENVIO_RESUELTO'
  | 'ACUSE_EMITIDO'
  | 'ACUSE_DESCARGADO'
  | 'ACUSE_EXPORTADO'
  | 'SELLO_DE_TIEMPO_OBTENIDO'
  | 'ACUSE_VERIFICADO'
  | 'EVIDENCIA_DESCARGADA'
  | 'SOLICITUD_PREPARADA'
  | 'SOLICITUD_FIRMADA'
  | 'SOLICITUD_RECHAZADA'
  | 'SOLICITUD_VERIFICADA'
  | 'INGRESO_DE_SOPORTE'
  | 'INGRESO_DE_SOPORTE_RECHAZADO'
  | 'SALIDA_DE_SOPORTE'
  | 'ROL_DADO'
  | 'ROL_QUITADO'
  | 'ACLARACION_PRESENTADA'
  | 'ACLARACION_REPLICADA'
  | 'ACLARACION_TOMADA'
  | 'ACLARACION_RESPONDIDA'
  | 'ACLARACION_CERRADA'
  | 'ACLARACION_CONSULTADA'
  | 'ADJUNTO_DESCARGADO'
  | 'BUSQUEDA_DE_SOPORTE'
  | 'FOLIO_CONSULTADO'
  | 'TITULAR_CONSULTADO'
  | 'DATOS_MOSTRADOS'
  | 'NOTA_AGREGADA'
  | 'FOLIO_EXPORTADO';

export interface Apunte {
  evento: Evento;
  titularId?: string | null;
  folio?: string | null;
  /** Facts without personal data: states, counts, codes, serials, ids. */
  datos?: Record<string, string | number | boolean | null>;
}

/** The only way into the bitácora. Throws when the facts look like an e-mail address or a phone number. */
export function appendBitacora(tx: Tx, ctx: Pick<Contexto, 'now' | 'actor'>, apunte: Apunte): Promise<void> {
  return appendApuntes(tx, ctx, [apunte]);
}

const POR_PARTE = 1_000;

export async function appendApuntes(
  tx: Tx,
  ctx: Pick<Contexto, 'now' | 'actor'>,
  apuntes: readonly Apunte[],
): Promise<void> {
  for (const parte of inPartes(apuntes, POR_PARTE))
    await tx.bitacora.createMany({ data: parte.map((apunte) => toFila(ctx, apunte)) });
}

function toFila(
  { now, actor }: Pick<Contexto, 'now' | 'actor'>,
  { evento, titularId, folio = null, datos = {} }: Apunte,
) {
  refusePersonalData(datos);
  return {
    fecha: now(),
    evento,
    actor: nameActor(actor),
    titularId: titularId ?? (actor.tipo === 'TITULAR' ? actor.titularId : null),
    folio,
    datos,
  };
}

/** With a session, which tells the person: a titular's or a staff member's. */
function nameActor(actor: Actor): string {
  return 'sesionId' in actor ? `${actor.tipo}:${actor.sesionId}` : actor.tipo;
}

const LOOKS_PERSONAL = /[^\s@]+@[^\s@]+\.[^\s@]+|\+52\d{10}/;

function refusePersonalData(datos: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(datos)) {
    if (typeof value === 'string' && LOOKS_PERSONAL.test(value)) throw new Error(`bitácora: personal data in «${key}»`);
  }
}
