import * as limites from '#domain/medio-de-contacto/limites.ts';
import { fail, ok } from '#domain/result.ts';
import type { Destino } from '#tramites/aviso/create-aviso.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/**
 * Whether a link or a code may be asked for, and until when it waits: null for no wait. The caller holds the locks of titular
 * and destination; that of the portal's SMS is the last of all. Who proved the value already is no newcomer, and does not wait.
 */
export async function checkEnvio(tx: Tx, ctx: Contexto, { isNuevo, ...prueba }: Prueba & { isNuevo: boolean }) {
  const maximo = limites.SIN_PROBAR[prueba.mecanismo];
  const isSms = prueba.mecanismo === 'TELEFONO';
  const { cierre, vivos, otros, propios, alDestino, ...demora } = await findPruebas(tx, ctx, prueba);
  if (cierre) return fail(cierre === 'TITULAR' ? 'CORREO_AJENO' : 'CORREO_CERRADO');
  if (isNuevo && vivos >= maximo) return fail('DEMASIADOS_SIN_VALIDAR');
  if (isNuevo && otros >= limites.SIN_PROBAR_POR_DIA * maximo) return fail('DEMASIADOS_DEL_DIA');
  if (isSms && propios >= limites.SMS_POR_TITULAR_Y_DIA) return fail('DEMASIADOS_DEL_DIA');
  if (alDestino >= limites.MENSAJES_A_UN_DESTINO[prueba.mecanismo]) return fail('DEMASIADOS_MENSAJES');
  if (isNuevo && isSms && !(await hasSms(tx, ctx))) return fail('SMS_DEL_PORTAL_AGOTADOS');
  return judgeDemora(ctx.now().getTime(), demora);
}

function judgeDemora(now: number, { turno, isAjeno, isProbado }: Pick<Pruebas, 'turno' | 'isAjeno' | 'isProbado'>) {
  const hasta = Math.max(
    now,
    turno ? turno.getTime() + limites.DIA_MS : 0,
    isAjeno ? now + limites.DEMORA_POR_AJENO_MS : 0,
  );
  if (isProbado || hasta === now) return ok(null);
  return hasta > now + limites.DEMORA_MAXIMA_MS ? fail('DEMASIADOS_MENSAJES') : ok(new Date(hasta));
}

type Prueba = Pick<Destino, 'mecanismo' | 'valorComparable'> & { titularId: string };

interface Pruebas {
  /** Whom it is closed for: this titular, or everybody. */
  cierre: string | null;
  vivos: number;
  otros: number;
  propios: number;
  alDestino: number;
  turno: Date | null;
  isAjeno: boolean;
  isProbado: boolean;
}

const ago = ({ now }: Pick<Contexto, 'now'>, ms: number) => new Date(now().getTime() - ms);

async function findPruebas(tx: Tx, ctx: Contexto, { titularId, mecanismo, valorComparable }: Prueba): Promise<Pruebas> {
  const [pruebas] = await tx.$queryRaw<[Pruebas]>`
    SELECT * FROM pruebas_de(${titularId}::uuid, ${mecanismo}::"Mecanismo", ${valorComparable},
      ${ago(ctx, limites.DIA_MS)}, ${ago(ctx, limites.AJENO_RECORDADO_MS)}, ${limites.MENSAJES_POR_DIA[mecanismo]}::int)`;
  return pruebas;
}

/** Whether the portal may take one more number. Near the end whoever takes one waits for the others, so that none passes it. */
async function hasSms(tx: Tx, ctx: Contexto): Promise<boolean> {
  const sms = await countSms(tx, ctx);
  if (sms < limites.ALARMA_DE_SMS) return true;
  ctx.log.warn({ sms }, 'the SMS of the day are running out');
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sms del portal', 0))`;
  return (await countSms(tx, ctx)) < limites.SMS_DEL_PORTAL_Y_DIA;
}

/** SMS of the whole portal in 24 hours, of whatever kind; where there are more, those of a day. */
export async function countSms(tx: Pick<Tx, '$queryRaw'>, ctx: Pick<Contexto, 'now'>): Promise<number> {
  const [{ sms }] = await tx.$queryRaw<[{ sms: number }]>`
    SELECT count(*)::int AS sms
    FROM (SELECT FROM aviso WHERE mecanismo = 'TELEFONO' AND creado_en > ${ago(ctx, limites.DIA_MS)}
          LIMIT ${limites.SMS_DEL_PORTAL_Y_DIA}) AS enviado`;
  return sms;
}
