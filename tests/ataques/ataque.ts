import type { Efirma } from '../support/efirma-de-demo.ts';
import type { Visitante } from '../support/visitante.ts';

/** A portal in demo, and who attacks it. */
export interface Escena {
  url: string;
  port: number;
  /** Another browser, without anything. */
  nuevo(): Visitante;
  efirma(slug: string): Promise<Efirma>;
  /** Someone who has signed in, and is the same for all that ask for them. */
  titular(): Promise<Visitante>;
}

/** Tried against the portal that is running. */
export interface Directo {
  nombre: string;
  /** Null when it held; else what happened. */
  intentar(escena: Escena): Promise<string | null>;
}

/** Tried by a test that there is already: of vitest, or of a browser (`tests/e2e`). */
export interface Probado {
  nombre: string;
  prueba: string;
}

export type Ataque = Directo | Probado;

/** The first that is wrong of what each of these gave. */
export async function firstFalta<Caso>(
  casos: readonly Caso[],
  intentar: (caso: Caso) => Promise<string | null>,
): Promise<string | null> {
  for (const caso of casos) {
    const falta = await intentar(caso);
    if (falta) return falta;
  }
  return null;
}
