import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOcspAnswer } from '#demo/autoridad/build-ocsp-answer.ts';
import { type AutoridadDeDemo, createAutoridad, type Firmante } from '#demo/autoridad/create-autoridad.ts';
import { type EfirmaEmitida, type EfirmaSpec, issueEfirma } from '#demo/autoridad/issue-efirma.ts';
import { makeLlaves, type ParDeLlaves } from '#demo/autoridad/llaves.ts';

/** The moment at which these tests live. */
export const AHORA = new Date('2026-11-24T12:00:00Z');

export const daysFrom = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);

export interface AutoridadDePrueba extends AutoridadDeDemo {
  /** A folder with root and authority, as EFIRMA_AC_DIR. */
  acDir: string;
  /** Issues a valid e.firma of a persona física, but for what the spec says; pairs of 2048 bits are shared. */
  issue(spec?: Partial<EfirmaSpec>): Promise<EfirmaEmitida>;
}

/** A new authority with keys of its own: two of them bear the same names, as an impostor would. */
export async function createAutoridadDePrueba(): Promise<AutoridadDePrueba> {
  const autoridad = await createAutoridad({ now: AHORA });
  const acDir = makeTempDir();
  writeFileSync(join(acDir, 'raiz.cer'), autoridad.raiz.cer);
  writeFileSync(join(acDir, 'ac.cer'), autoridad.ac.cer);
  return { ...autoridad, acDir, issue: (spec = {}) => issueUnder(autoridad, spec) };
}

/** What an OCSP service of the authority would answer to a request, whoever signs: every certificate is good. */
export function answerOcsp(
  { ac }: AutoridadDeDemo,
  signer: Firmante,
  request: Uint8Array,
  vigencia: { desde: Date; hasta: Date },
): Uint8Array {
  return buildOcspAnswer(request, { ac: ac.cer, ocsp: signer }, () => 'BUENO', vigencia);
}

/** What the holder of an e.firma could issue with it, though it is no authority. */
export function forgeWith(holder: EfirmaEmitida): Promise<EfirmaEmitida> {
  const emisor = { cer: holder.cer, privateKey: holder.llaves.privateKey };
  return issueEfirma(emisor, { ...FISICA, serie: nextSerie() });
}

/** A folder that goes away with the test process. */
export function makeTempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'buzon-efirma-'));
  if (tempDirs.length === 0) process.once('exit', removeTempDirs);
  tempDirs.push(dir);
  return dir;
}

const tempDirs: string[] = [];

function removeTempDirs(): void {
  for (const dir of tempDirs) rmSync(dir, { recursive: true, force: true });
}

async function issueUnder({ ac }: AutoridadDeDemo, spec: Partial<EfirmaSpec>): Promise<EfirmaEmitida> {
  const llaves = spec.llaves ?? (spec.bits ? await makeLlaves(spec.bits) : await sharedLlaves());
  return issueEfirma(ac, { ...FISICA, serie: nextSerie(), ...spec, llaves });
}

export const FISICA = {
  rfc: 'CALR780903J59',
  nombre: 'ROSARIO CASTILLO LARA',
  curp: 'CALR780903MPLSRS02',
  correo: 'rosario@costura.example',
  contrasena: 'Taller.Costura78',
  validoDesde: daysFrom(AHORA, -30),
  validoHasta: daysFrom(AHORA, 1000),
};

export const MORAL = {
  rfc: 'PEO020304K7A',
  nombre: 'PANADERIA LA ESPIGA DE ORO SA DE CV',
  curp: undefined,
  rfcRepresentante: 'HEQL850612Q49',
  curpRepresentante: 'HEQL850612MDFRRC07',
};

let shared: Promise<ParDeLlaves> | undefined;

function sharedLlaves(): Promise<ParDeLlaves> {
  shared ??= makeLlaves(2048);
  return shared;
}

let issued = 0;

function nextSerie(): string {
  issued += 1;
  return `300010000009${String(issued).padStart(8, '0')}`;
}
