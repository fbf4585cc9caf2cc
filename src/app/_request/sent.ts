import type { z } from 'zod';

/** What no page of ours sends, whoever wrote it: no fault of the portal's, and answered so (_server/tell-error.ts). */
class MalFormada extends Error {
  // Bundles have copies of a class: it is known by its name.
  override name = 'MalFormada';
}

/** What a schema makes of what was sent, a form by its fields. Throws MalFormada. */
export function parseSent<Schema extends z.ZodType>(schema: Schema, asked: unknown): z.output<Schema> {
  const parsed = schema.safeParse(asked instanceof FormData ? Object.fromEntries(asked) : asked);
  if (parsed.success) return parsed.data;
  throw new MalFormada();
}

/** An action may be called with anything in the place of its form. Throws MalFormada. */
export function parseForm(asked: unknown): FormData {
  if (asked instanceof FormData) return asked;
  throw new MalFormada();
}

/** How many times a form will have been answered, by the state that it carries. Throws MalFormada. */
export function nextVez(estado: { vez: number }): number {
  if (Number.isSafeInteger(estado?.vez)) return estado.vez + 1;
  throw new MalFormada();
}
