import { expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { listSources } from './source.ts';

/** What only a worker, a demonstration, a build or a document that is being drawn needs: an eighth of a portal's heap. */
const PESADOS = ['esbuild', 'fontkit', 'mailparser', 'nodemailer', 'pdfkit', 'smtp-server', 'twilio'];

const sources = new Map(listSources(['src', 'prisma']).map((source) => [source.path, source]));
const pages = [...sources.keys()].filter((file) => /^src\/app\/.*\/(page|layout)\.tsx$/.test(file));
const starts = ['src/cli/start.ts', 'src/app/_server/start-portal.ts', 'src/proxy.ts'];

it('a portal loads nothing heavy at its start nor with a page: only with what asks for it', () => {
  const seen = new Set([...starts, ...pages]);
  const found: string[] = [];
  for (const file of seen) {
    const source = sources.get(file);
    if (!source) continue;
    for (const each of importsOf(source)) {
      if (each.isType || each.isLazy) continue;
      if (each.package && PESADOS.includes(each.package)) found.push(`${file}: ${each.package}`);
      if (each.file) seen.add(each.file);
    }
  }
  expect(seen.size).toBeGreaterThan(500);
  expect(found).toEqual([]);
});
