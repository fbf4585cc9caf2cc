import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { FallaDeRespaldo } from './manifiesto.ts';

const VUELTAS = 4096;

/**
 * Makes those of these roles that the server lacks: a backup of one database names them and does not bring them. The one of
 * `portalUrl` has its password, as the server keeps it, so that no log of statements shows it; the others have none.
 * @returns the ones without. Throws FallaDeRespaldo.
 */
export async function createRoles(client: Client, roles: readonly string[], portalUrl: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)',
    [roles],
  );
  const { username, password } = new URL(portalUrl);
  const missing = rows.map(({ name }) => ({ name, mine: name === decodeURIComponent(username) && password !== '' }));
  for (const { name, mine } of missing) {
    const withPassword = mine ? ` PASSWORD '${scramOf(decodeURIComponent(password))}'` : '';
    const statement = `CREATE ROLE ${client.escapeIdentifier(name)} LOGIN`;
    await client.query(statement + withPassword).catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error;
      throw new FallaDeRespaldo(
        `Falta el usuario ${name} y este no puede crearlo: que un administrador ejecute «${statement}» y repítelo.`,
      );
    });
  }
  return missing.filter(({ mine }) => !mine).map(({ name }) => name);
}

/** As PostgreSQL stores a password (RFC 5803, SCRAM-SHA-256). */
function scramOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, VUELTAS, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${VUELTAS}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}
