import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { makeTempDir } from '../../tests/support/carpeta-temporal.ts';
import { tellRestarts } from './tell-restarts.ts';

let stop: () => void;
afterEach(() => stop());

it('says who needs to be started again for a change that Next does not take, once, and nothing of a page', async () => {
  const root = makeTempDir();
  for (const folder of ['src/app', 'src/infra/sms', 'src/cli', 'prisma'])
    mkdirSync(path.join(root, folder), { recursive: true });
  const said: string[] = [];
  stop = tellRestarts(root, (line) => said.push(line));
  const write = (file: string) => writeFileSync(path.join(root, file), String(Math.random()));
  for (const file of ['src/app/page.tsx', 'src/infra/sms/sms.ts', 'src/infra/sms/sms.ts', 'src/infra/sms/sms.test.ts'])
    write(file);
  for (const file of ['src/cli/start.ts', 'prisma/schema.prisma', '.env']) write(file);
  await vi.waitFor(() => expect(said).toHaveLength(4), 5_000);
  expect(said.toSorted()).toEqual([
    'Cambió .env: el portal sigue con lo anterior hasta que detengas y arranques de nuevo.',
    'Cambió prisma/schema.prisma: la base de datos sigue con lo anterior hasta que detengas y arranques de nuevo.',
    'Cambió src/cli/start.ts: el portal sigue con lo anterior hasta que detengas y arranques de nuevo.',
    'Cambió src/infra/sms/sms.ts: el worker sigue con lo anterior hasta que detengas y arranques de nuevo.',
  ]);
});
