import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = `
  const { captureConsole } = await import('./src/cli/capture-console.ts');
  const { createLogger } = await import('./src/infra/logger/logger.ts');
  captureConsole(createLogger({ nivel: 'info', now: () => new Date() }));
  console.log('\\u001b[32m listo \\u001b[0m %s', 'ana@correo.example');
  console.error(' ⨯', Object.assign(new Error('RFC EKU9003173C9'), { name: 'PrismaClientKnownRequestError' }));
  console.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
  console.error(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
  const { inHilo } = await import('./src/infra/logger/hilo.ts');
  const unreadable = Object.assign(new Error('Unexpected end of form'), { stack: 'Error: x\\n    at e._final (/x/app-page-turbo.runtime.prod.js:2:446)' });
  const malformed = Object.assign(new Error(''), { name: 'MalFormada' });
  inHilo({ requestId: '1' }, () => [unreadable, malformed].forEach((error) => console.error('⨯', error)));
  console.warn('dos\\nrenglones', { celular: '+525599990001' });
  process.stdout.write('uno\\ndos\\n');
  process.stderr.write(Buffer.from('GET /validar/correo/${'x'.repeat(54)}'));
  process.emitWarning('cuidado');
  setTimeout(() => { throw new Error('nadie de GODE561231GR8 lo esperaba'); }, 20);`;

it('whatever a process prints is a line of JSON, and tells nobody’s data', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', SCRIPT],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(1);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; msg: string; time: string })
    // The last line of a process that ends is written at once, past those that are being written.
    .sort((a, b) => a.time.localeCompare(b.time));
  expect(lines.map(({ level }) => level)).toEqual(
    // Of the two connections that were cut, only the visitor's own is nobody's fault.
    ['info', 'error', 'info', 'error', 'warn', 'info', 'info', 'warn', 'warn', 'fatal'],
  );
  expect(lines[0]?.msg).toBe('listo  [privado]');
  expect(stdout).not.toMatch(/EKU9003173C9|GODE561231GR8|correo\.example|5599990001|x{54}/);
});
