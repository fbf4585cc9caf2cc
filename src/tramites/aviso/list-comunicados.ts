import type { Prisma } from '#generated/prisma/client.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { type DatosDeAviso, renderAviso } from '#wording/aviso/render-aviso.ts';
import { AVISO_POR_ENVIAR, composeMensaje, hmacDe } from './compose-mensaje.ts';

const COMUNICADOS_POR_PAGINA = 20;

const COMUNICADO = {
  ...AVISO_POR_ENVIAR,
  motivo: true,
  resueltoEn: true,
  intentos: { orderBy: { numero: 'desc' }, take: 1, select: { plantilla: true, claveId: true, hmac: true } },
} satisfies Prisma.AvisoSelect;

type Comunicado = Prisma.AvisoGetPayload<{ select: typeof COMUNICADO }>;

type ContextoDeComunicados = ContextoDeTitular & { esDemo: boolean };

/** Every message to this titular, those made last first: their ids are in that order, and an index walks them. */
export async function listComunicados(ctx: ContextoDeComunicados, antesDe: string | null) {
  const found = await ctx.db.aviso.findMany({
    where: { titularId: ctx.actor.titularId, ...(antesDe && { id: { lt: antesDe } }) },
    orderBy: { id: 'desc' },
    take: COMUNICADOS_POR_PAGINA + 1,
    select: COMUNICADO,
  });
  const page = found.slice(0, COMUNICADOS_POR_PAGINA);
  return {
    comunicados: await Promise.all(page.map((comunicado) => redact(ctx, comunicado))),
    siguiente: found.length > page.length ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Its words are made again, link and code covered: of what was sent there is an HMAC, which tells whether they are the same. */
async function redact(ctx: ContextoDeComunicados, { intentos: [intento], ...aviso }: Comunicado) {
  const { id, tipo, mecanismo, destino, estado, motivo, folio, creadoEn, resueltoEn } = aviso;
  const datos = await composeMensaje(ctx, aviso);
  return {
    ...{ id, tipo, mecanismo, destino, estado, motivo, folio, creadoEn, resueltoEn },
    contenido: renderAviso(cover(datos)),
    redaccion: compare(ctx, id, renderAviso(datos), intento),
  };
}

/** Every sign of it is in GSM-7: an SMS is written with it too. */
const CUBIERTO = '*****';

function cover(datos: DatosDeAviso): DatosDeAviso {
  if ('url' in datos) return { ...datos, url: datos.url.replace(/[^/]+$/, CUBIERTO) };
  return datos.tipo === 'CODIGO_CELULAR' ? { ...datos, codigo: CUBIERTO } : datos;
}

function compare(
  { claves }: ContextoDeComunicados,
  id: string,
  contenido: ReturnType<typeof renderAviso>,
  intento: Comunicado['intentos'][number] | undefined,
): 'LA_ENVIADA' | 'OTRA_VERSION' | 'OTROS_DATOS' | 'SIN_ENVIAR' {
  if (!intento?.plantilla) return 'SIN_ENVIAR';
  if (intento.plantilla !== contenido.version) return 'OTRA_VERSION';
  const hmac = hmacDe(claves, intento.claveId ?? '', id, textoEnviado(contenido));
  return hmac && intento.hmac && Buffer.compare(hmac, intento.hmac) === 0 ? 'LA_ENVIADA' : 'OTROS_DATOS';
}
