import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { rangosDeConsistencia } from '#domain/bitacora/merkle.ts';
import { findTamano, readRangos } from '#tramites/bitacora/arbol.ts';
import { sha256 } from '#tramites/bitacora/hash-de.ts';
import type { Contexto } from '#tramites/contexto.ts';

type ContextoDeCabeza = Pick<Contexto, 'db' | 'claves' | 'appUrl'>;

const HORA_MS = 3_600_000;
const MOSTRADAS = 24;

/** The signed head of the log as it is now; null while it is empty. */
export async function signCabeza(ctx: ContextoDeCabeza) {
  const tamano = await findTamano(ctx.db);
  if (tamano === 0) return null;
  const [raiz] = (await readRangos(ctx.db, [{ desde: 0, hasta: tamano }])) as [Uint8Array];
  return { tamano, raiz, nota: buildNota(ctx, tamano, raiz) };
}

/** Keeps one an hour, unless nothing has been written since. */
export async function storeCabeza(ctx: ContextoDeCabeza & Pick<Contexto, 'now'>): Promise<void> {
  const firmadaEn = ctx.now();
  const [last] = await ctx.db.cabezaDeRegistro.findMany({
    orderBy: { tamano: 'desc' },
    take: 1,
    select: { firmadaEn: true },
  });
  if (last && firmadaEn.getTime() - last.firmadaEn.getTime() < HORA_MS) return;
  const cabeza = await signCabeza(ctx);
  if (!cabeza) return;
  const { tamano, raiz, nota } = cabeza;
  const data = { tamano: BigInt(tamano), raiz: Buffer.from(raiz).toString('hex'), nota, firmadaEn };
  await ctx.db.cabezaDeRegistro.createMany({ data, skipDuplicates: true });
}

const MINUTO_MS = 60_000;

/**
 * The latest that was kept before an instant, as it was signed: the same whenever it is asked, so none of the minute
 * before, which may not have been written yet. Null for none.
 */
export async function findCabezaAntes({ db }: Pick<Contexto, 'db'>, instante: Date) {
  const cabeza = await db.cabezaDeRegistro.findFirst({
    where: { firmadaEn: { lte: new Date(instante.getTime() - MINUTO_MS) } },
    orderBy: { firmadaEn: 'desc' },
    select: { nota: true },
  });
  const [origen = '', tamano = '', raiz = ''] = cabeza?.nota.split('\n') ?? [];
  return cabeza && { origen, tamano, raiz };
}

/** Those of the last day that had something new, the latest first. */
export function listCabezas({ db }: Pick<Contexto, 'db'>) {
  return db.cabezaDeRegistro.findMany({
    orderBy: { tamano: 'desc' },
    take: MOSTRADAS,
    select: { tamano: true, raiz: true, firmadaEn: true },
  });
}

/** Every certificate that has sealed an acuse, that of today first. */
export async function listSellos({ db, sello }: Pick<Contexto, 'db' | 'sello'>) {
  const sellos = await db.certificadoDeSello.findMany({ select: { huella: true, serie: true } });
  const each = sellos.map((cada) => ({ ...cada, isVigente: cada.huella === sello.huella }));
  return each.sort((uno, otro) => Number(otro.isVigente) - Number(uno.isVigente));
}

/** Shows that the tree of one size is the beginning of that of another; null where those are no two sizes that it has had. */
export async function proveConsistencia({ db }: Pick<Contexto, 'db'>, de: number, a: number) {
  if (de < 1 || de > a || a > (await findTamano(db))) return null;
  return readRangos(db, rangosDeConsistencia(de, { desde: 0, hasta: a }));
}

type ContextoDeNota = Pick<Contexto, 'claves' | 'appUrl'>;

const ED25519 = 1;
/** PKCS #8 of an Ed25519 key (RFC 8410), up to its 32 bytes; and how many bytes of an SPKI come before them. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_BYTES = 12;

/** A checkpoint (c2sp.org/tlog-checkpoint), signed by every key of AUTH_SECRET: who knows the former learns the next. */
function buildNota(ctx: ContextoDeNota, tamano: number, raiz: Uint8Array): string {
  const texto = `${origenDe(ctx)}\n${tamano}\n${Buffer.from(raiz).toString('base64')}\n`;
  const firmas = llavesDe(ctx).map(({ nombre, id, privada }) => {
    const firma = Buffer.concat([id, sign(null, Buffer.from(texto), privada)]);
    return `— ${nombre} ${firma.toString('base64')}\n`;
  });
  return `${texto}\n${firmas.join('')}`;
}

/** The public keys as whoever follows a log writes them (c2sp.org/signed-note), the one in force first. */
export function listLlaves(ctx: ContextoDeNota): string[] {
  return llavesDe(ctx).map(
    ({ nombre, id, publica }) => `${nombre}+${id.toString('hex')}+${publica.toString('base64')}`,
  );
}

function origenDe({ appUrl }: ContextoDeNota): string {
  return `${new URL(appUrl).host}/registro`;
}

function llavesDe(ctx: ContextoDeNota) {
  const nombre = origenDe(ctx);
  return ctx.claves.ids.map((claveId) => {
    const semilla = ctx.claves.derive(claveId, 'firma-de-registro', 'ed25519') as Uint8Array;
    const privada = createPrivateKey({ key: Buffer.concat([PKCS8, semilla]), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(privada).export({ format: 'der', type: 'spki' });
    const publica = Buffer.concat([Buffer.of(ED25519), spki.subarray(SPKI_BYTES)]);
    const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${nombre}\n`), publica]))).subarray(0, 4);
    return { nombre, id, privada, publica };
  });
}
