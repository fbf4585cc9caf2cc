import { randomUUID } from 'node:crypto';
import { openConnection } from '#infra/db/connection.ts';

/** A second role of the server, without any right yet. @returns an address of the same database for it. */
export async function createRolDelPortal(ownerUrl: string): Promise<string> {
  const [role, password] = [`portal_${randomUUID().slice(0, 8)}`, randomUUID()];
  const owner = await openConnection(ownerUrl);
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`).finally(() => owner.end());
  return Object.assign(new URL(ownerUrl), { username: role, password }).href;
}

/** Takes the role away, and what was given to it in this database. */
export async function dropRolDelPortal(ownerUrl: string, portalUrl: string): Promise<void> {
  const role = new URL(portalUrl).username;
  const owner = await openConnection(ownerUrl);
  await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`).finally(() => owner.end());
}
