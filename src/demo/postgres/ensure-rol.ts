import { randomBytes } from 'node:crypto';
import { withConnection } from '#infra/db/connection.ts';

/** The role that the portal of the demo runs as, as an operator would set one up: not the owner of what it keeps. */
const ROL = 'buzon_portal';

/** With a new password each time. @returns the same address for it. */
export async function ensureRol(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await withConnection(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [ROL]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await owner.query(`${verb} ROLE ${ROL} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
  });
  return Object.assign(new URL(ownerUrl), { username: ROL, password }).href;
}
