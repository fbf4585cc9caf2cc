import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseRedes } from '#infra/env/redes.ts';
import { addressIn, isSetting, namesOf, read, readCompose } from './leer-archivos.ts';
import { DEPLOY } from './programas.ts';

describe('compose.yaml', () => {
  const { services, ...declared } = readCompose();

  it('has two portals and two workers among what they need, all on a file system that nobody writes', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['nginx', 'pgbouncer', 'portal1', 'portal2', 'postgres', 'worker1', 'worker2'].sort(),
    );
  });

  it('tells portal and worker nothing but settings that they know', () => {
    const names = Object.values(services).flatMap(({ env_file, environment = {} }) =>
      env_file ? Object.keys(environment) : [],
    );
    expect(names.filter((name) => !isSetting(name))).toEqual([]);
    expect(names).toContain('SELLO_KEY');
  });

  it('names only what it declares, and files that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(
        namesOf(service.networks).filter((each) => !(each in declared.networks)),
        name,
      ).toEqual([]);
      expect(
        service.secrets.filter((each) => !(each in declared.secrets)),
        name,
      ).toEqual([]);
      const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      const made = new Set(['./autoridades', ...Object.keys(declared.volumes)]);
      expect(
        mounted.filter((each) => !made.has(each) && !existsSync(path.join(DEPLOY, each))),
        name,
      ).toEqual([]);
    }
  });

  it('shows nobody outside anything but nginx', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name)).toEqual(['nginx']);
    expect(services.postgres?.networks).toEqual(['dentro']);
  });

  it('has one way from nginx to the portals, by addresses that stay, and believes nobody else of who visits', () => {
    const { nginx, portal1, portal2 } = services;
    expect(namesOf(nginx?.networks)).toEqual(['fuera']);
    const hosts = Object.entries({ portal1, portal2 }).map(
      ([name, of]) => `${name}:${addressIn(of?.networks, 'fuera')}`,
    );
    expect(nginx?.extra_hosts).toEqual(hosts);
    expect(read('nginx/nginx.conf').match(/^ {4}server \w+/gm)).toEqual(['    server portal1', '    server portal2']);
    expect(parseEnv(read('buzon.env.example')).PROXY_REDES).toBe(addressIn(nginx?.networks, 'fuera'));
    const config = z.object({
      ipam: z.object({ config: z.tuple([z.object({ subnet: z.string(), ip_range: z.string() })]) }),
    });
    const [{ subnet, ip_range: others }] = config.parse(declared.networks.fuera).ipam.config;
    const fixed = [...hosts.map((host) => host.split(':')[1]), addressIn(nginx?.networks, 'fuera')].map(String);
    expect(fixed.map((each) => parseRedes(subnet)?.check(each))).toEqual([true, true, true]);
    expect(fixed.map((each) => parseRedes(others)?.check(each))).toEqual([false, false, false]);
  });

  it('asks PostgreSQL whether it is ready where it listens only once its users are made', () => {
    expect(services.postgres?.healthcheck?.test).toEqual(expect.arrayContaining(['-h', '127.0.0.1']));
  });

  it('has each secret in the hands of whoever reads it, as the guide gives them', () => {
    const image = /^USER (\d+):/m.exec(read('Dockerfile'))?.[1];
    const nginx = services.nginx?.user?.split(':')[0];
    // As their images run: that of PostgreSQL reads its owner's as root, and the portal's as itself.
    const readers = {
      sello_cert: image,
      sello_key: image,
      tls_cert: nginx,
      tls_key: nginx,
      pgbouncer_usuarios: '70',
      clave_portal: '999',
    };
    const given = [...read('INSTALAR.md').matchAll(/chown(?: -R)? (\d+) ([^&\n]+)/g)].flatMap(([, uid, files = '']) =>
      files
        .trim()
        .split(' ')
        .map((file) => [uid, new RegExp(`^${file.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)] as const),
    );
    const ownerOf = ({ file }: { file: string }) => given.find(([, pattern]) => pattern.test(file))?.[0];
    const owners = Object.entries(declared.secrets).map(([name, secret]) => [name, ownerOf(secret)]);
    expect(Object.fromEntries(owners)).toEqual({ ...readers, clave_dueno: undefined });
  });
});
