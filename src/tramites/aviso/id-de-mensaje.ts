import { timingSafeEqual } from 'node:crypto';
import type { Claves } from '#infra/claves/claves.ts';

const PROOF_DE_ID = 16;
const PROOF_DE_RETORNO = 10;
const UUID_BYTES = 16;
const ID = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\da-f]{32})$/;
const RETORNO = /^[\da-z]{41}$/;
const RETORNO_CARACTERES = 41;

/** The id and 128 bits that only this portal can make. In hexadecimal: relays may change the case. */
export function buildIdDeMensaje(claves: Claves, claveId: string, avisoId: string): string {
  const proof = claves.derive(claveId, 'rebote-de-aviso', avisoId)?.subarray(0, PROOF_DE_ID);
  return `${avisoId}.${Buffer.from(proof ?? []).toString('hex')}`;
}

/** The same in 41 letters and digits: a left part has 64 octets at most (RFC 5321). 80 of its bits are proof. */
export function buildRetorno(claves: Claves, claveId: string, avisoId: string): string {
  const proof = claves.derive(claveId, 'retorno-de-aviso', avisoId)?.subarray(0, PROOF_DE_RETORNO);
  const hex = avisoId.replaceAll('-', '') + Buffer.from(proof ?? []).toString('hex');
  return BigInt(`0x${hex}`).toString(36).padStart(RETORNO_CARACTERES, '0');
}

/** The aviso that either of them is of, still to be proved with the key of one of its attempts; null for any other text. */
export function avisoIdOf(text: string): string | null {
  return readFirma(text)?.avisoId ?? null;
}

export function isIdDeMensaje(claves: Claves, claveId: string, text: string): boolean {
  const firma = readFirma(text);
  const expected = firma && claves.derive(claveId, firma.proposito, firma.avisoId)?.subarray(0, firma.proof.length);
  return Boolean(firma && expected && timingSafeEqual(firma.proof, expected));
}

function readFirma(text: string) {
  const [, avisoId, proof] = ID.exec(text) ?? [];
  if (avisoId && proof) return { avisoId, proof: Buffer.from(proof, 'hex'), proposito: 'rebote-de-aviso' as const };
  if (!RETORNO.test(text)) return null;
  const number = [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const hex = number.toString(16).padStart(2 * (UUID_BYTES + PROOF_DE_RETORNO), '0');
  const [, ...groups] = /^(.{8})(.{4})(.{4})(.{4})(.{12})(.{20})$/.exec(hex) ?? [];
  const retorno = Buffer.from(groups.pop() ?? '', 'hex');
  return groups.length === 0
    ? null
    : { avisoId: groups.join('-'), proof: retorno, proposito: 'retorno-de-aviso' as const };
}
