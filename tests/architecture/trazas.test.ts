import { expect, it } from 'vitest';
import { listSources } from './source.ts';

const START = 'infra/trazas/start-trazas.ts';

it('nothing of OpenTelemetry is loaded but by the one file that is loaded only where traces are kept', () => {
  const sources = listSources(['src']);
  const who = (text: RegExp) => sources.filter((source) => text.test(source.text)).map(({ path }) => path);
  expect(who(/['"]@opentelemetry\//)).toEqual([`src/${START}`]);
  expect(who(/from ['"].*start-trazas/)).toEqual([]);
  const loaders = sources.filter(({ text }) => text.includes(`import('#${START}')`));
  expect(loaders.map(({ path }) => path).sort()).toEqual(['src/cli/start.ts', 'src/cli/worker.ts']);
  for (const { text } of loaders) expect(text).toContain(`if (settings.otelEndpoint) (await import('#${START}'))`);
});
