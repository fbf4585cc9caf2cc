import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTempDir } from '../carpeta-temporal.ts';

const NGINX = '/usr/sbin/nginx';
export const hasNginx = spawnSync(NGINX, ['-v']).status === 0;

/** Debian's nginx in front of these ports, as deploy/nginx does: no portal is left alone for what it answered, and connections are kept. @returns ends it. */
export async function startNginx(port: number, portales: readonly number[]): Promise<() => Promise<void>> {
  const dir = makeTempDir();
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(path.join(dir, name));
  writeFileSync(path.join(dir, 'nginx.conf'), configOf(dir, port, portales));
  const child = spawn(NGINX, ['-p', dir, '-c', path.join(dir, 'nginx.conf'), '-e', path.join(dir, 'error.log')], {
    stdio: 'ignore',
  });
  await sleep(500);
  if (child.exitCode !== null) throw new Error('nginx did not start');
  return async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
}

/** A form is sent once: `non_idempotent` is not among what is tried again. */
function configOf(dir: string, port: number, portales: readonly number[]): string {
  const temporary = ['body:client_body', 'proxy:proxy', 'fastcgi:fastcgi', 'uwsgi:uwsgi', 'scgi:scgi']
    .map((pair) => pair.split(':'))
    .map(([folder, name]) => `${name}_temp_path ${dir}/${folder};`)
    .join(' ');
  return `
    daemon off; worker_processes 1; pid ${dir}/nginx.pid; error_log ${dir}/error.log;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 512; }
    http {
      access_log off; ${temporary}
      upstream portales {
        ${portales.map((each) => `server 127.0.0.1:${each} max_fails=0;`).join(' ')}
        keepalive 16;
        keepalive_timeout 60s;
      }
      server {
        listen 127.0.0.1:${port};
        client_max_body_size 7m;
        location / {
          proxy_pass http://portales;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $http_x_visita;
          proxy_next_upstream error timeout http_502 http_503;
        }
      }
    }`;
}
