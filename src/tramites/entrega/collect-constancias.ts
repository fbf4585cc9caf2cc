import { cadenaDeConstancia, type DatosDeConstancia } from '#domain/entrega/cadena-de-constancia.ts';
import { inPartes } from '#domain/partes.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import { INTENTOS, listReportes } from '#tramites/aviso/list-reportes.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, type ContextoDeTitular, holdInstante } from '#tramites/contexto.ts';
import { storeCertificadoDeSello } from '#tramites/sello/store-certificado-de-sello.ts';

/** Those of one message, for its titular; null where there is none to be had (findEntregado). Rejects with SIN_SELLO while none can be sealed. */
export async function collectConstancias(ctx: ContextoDeTitular, avisoId: string): Promise<Archivos | null> {
  const aviso = await findEntregado(ctx, avisoId);
  if (!aviso) return null;
  const archivos: Archivos = new Map();
  await addConstancias(ctx, { id: avisoId }, archivos);
  if (archivos.size === 0) throw Object.assign(new Error('no constancia could be sealed'), { code: 'SIN_SELLO' });
  await appendBitacora(ctx.db, ctx, { evento: 'CONSTANCIA_DESCARGADA', folio: aviso.folio, datos: { avisoId } });
  return archivos;
}

/** Null where nothing has become of it yet, or it is somebody else's, which look the same. */
export function findEntregado({ db, actor }: ContextoDeTitular, id: string) {
  const { titularId } = actor;
  const isIntentado: Prisma.AvisoWhereInput[] = [{ estado: { not: 'PENDIENTE' } }, { intentos: { some: {} } }];
  return db.aviso.findUnique({ where: { id, titularId, OR: isIntentado }, select: { folio: true } });
}

export type Archivos = Map<string, Uint8Array>;

/** What became of each message, one file after another as more was known, with its seal and the certificate of that. */
export async function addConstancias(ctx: ContextoDeConstancias, where: Prisma.AvisoWhereInput, archivos: Archivos) {
  const constancias = await issueConstancias(ctx, where);
  const mensajes = [...new Set(constancias.map(({ avisoId }) => avisoId))];
  const encoder = new TextEncoder();
  for (const { avisoId, numero, cadenaOriginal, sello, certificado } of constancias) {
    const nombre = `entrega-${mensajes.indexOf(avisoId) + 1}-${numero}`;
    archivos
      .set(`${nombre}.txt`, encoder.encode(cadenaOriginal))
      .set(`${nombre}.sig`, sello)
      .set(`${nombre}.pem`, encoder.encode(certificado.pem));
  }
}

type ContextoDeConstancias = Pick<Contexto, 'db' | 'now' | 'sello' | 'log'>;

const AVISO = {
  id: true,
  folio: true,
  tipo: true,
  mecanismo: true,
  destino: true,
  estado: true,
  motivo: true,
  creadoEn: true,
  resueltoEn: true,
  titular: { select: { rfc: true } },
  intentos: INTENTOS,
  constancias: { orderBy: { numero: 'desc' }, take: 1, select: { numero: true, fecha: true, cadenaOriginal: true } },
} satisfies Prisma.AvisoSelect;

type Conocido = Omit<DatosDeConstancia, 'numero' | 'fecha'>;
type Anterior = Pick<DatosDeConstancia, 'numero' | 'fecha'> & { cadenaOriginal: string };

const SELLOS_A_LA_VEZ = 4;

/**
 * The constancias of the messages, one after another as more was known of each. What is known now and no constancia says
 * is sealed first, with no transaction open; what they say is in the bitácora since it was so. Where the key cannot be
 * used, those there are.
 */
export async function issueConstancias(ctx: ContextoDeConstancias, where: Prisma.AvisoWhereInput) {
  const avisos = await ctx.db.aviso.findMany({ where, orderBy: { id: 'asc' }, select: AVISO });
  const reportesDe = await listReportes(ctx, avisos);
  const nuevas = avisos.flatMap((aviso) => {
    const { titular, folio, constancias, intentos, ...mensaje } = aviso;
    if (mensaje.estado === 'PENDIENTE' && intentos.length === 0) return [];
    const hex = intentos.map((intento) => ({
      ...intento,
      hmac: intento.hmac && Buffer.from(intento.hmac).toString('hex'),
    }));
    const conocido = { rfc: titular.rfc, folio, mensaje: { ...mensaje, intentos: hex, reportes: reportesDe(aviso) } };
    return isSaid(conocido, constancias[0]) ? [] : [{ conocido, anterior: constancias[0] }];
  });
  for (const parte of inPartes(nuevas, SELLOS_A_LA_VEZ))
    await Promise.all(parte.map(({ conocido, anterior }) => store(ctx, conocido, anterior)));
  return ctx.db.constanciaDeEntrega.findMany({
    where: { aviso: where },
    orderBy: [{ avisoId: 'asc' }, { numero: 'asc' }],
    select: {
      avisoId: true,
      numero: true,
      cadenaOriginal: true,
      sello: true,
      certificado: { select: { pem: true } },
    },
  });
}

function isSaid(conocido: Conocido, anterior: Anterior | undefined): boolean {
  return anterior !== undefined && cadenaDeConstancia({ ...conocido, ...anterior }) === anterior.cadenaOriginal;
}

/** Unless another download was first with the same number. */
async function store(ctx: ContextoDeConstancias, conocido: Conocido, anterior: Anterior | undefined): Promise<void> {
  const { id: avisoId, creadoEn, resueltoEn } = conocido.mensaje;
  const fecha = holdInstante(ctx, creadoEn, resueltoEn, anterior?.fecha).now();
  const numero = (anterior?.numero ?? 0) + 1;
  const cadenaOriginal = cadenaDeConstancia({ ...conocido, numero, fecha });
  const { huella: certificadoDeSello } = ctx.sello;
  try {
    const sello = new Uint8Array(await ctx.sello.sign(new TextEncoder().encode(cadenaOriginal)));
    const data = { avisoId, numero, fecha, cadenaOriginal, sello, certificadoDeSello };
    await ctx.db.$transaction(async (tx) => {
      await storeCertificadoDeSello(tx, ctx);
      await tx.constanciaDeEntrega.createMany({ data, skipDuplicates: true });
    });
  } catch (error) {
    if ((error as { code?: string }).code !== 'SIN_SELLO') throw error;
    ctx.log.warn({ avisoId }, 'what became of a message could not be sealed');
  }
}
