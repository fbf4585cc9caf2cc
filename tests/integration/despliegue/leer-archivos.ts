import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { VARIABLES } from '#infra/env/variables.ts';
import { DEPLOY } from './programas.ts';

export const read = (file: string) => readFileSync(path.join(DEPLOY, file), 'utf8');

/** Of the image or of Node; the rest of what a process is told are settings. */
const OF_OTHERS = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED'];
export const isSetting = (name: string) => name in VARIABLES || OF_OTHERS.includes(name);

const Volume = z.string().regex(/^[\w./-]+:\/[\w./-]+(:ro)?$/);
const Service = z
  .strictObject({
    image: z.string().regex(/^\$\{[A-Z]+(_IMAGEN)?:-[\w./:-]+\}$/),
    build: z
      .strictObject({ context: z.literal('..'), dockerfile: z.string(), args: z.record(z.string(), z.string()) })
      .optional(),
    command: z.array(z.string()).optional(),
    user: z.string().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    env_file: z.array(z.string()).optional(),
    read_only: z.literal(true),
    tmpfs: z.array(z.string().regex(/^\/(tmp|run\/postgresql)(:|$)/)),
    cap_drop: z.tuple([z.literal('ALL')]).optional(),
    security_opt: z.array(z.string()).optional(),
    init: z.boolean().optional(),
    restart: z.literal('unless-stopped'),
    stop_grace_period: z.string().optional(),
    mem_limit: z.string().optional(),
    shm_size: z.string().optional(),
    ports: z.array(z.string()).optional(),
    depends_on: z.union([z.array(z.string()), z.record(z.string(), z.strictObject({ condition: z.string() }))]),
    healthcheck: z.strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string().optional(),
      start_period: z.string().optional(),
      retries: z.number().optional(),
    }),
    networks: z.union([
      z.array(z.string()),
      z.record(z.string(), z.strictObject({ ipv4_address: z.ipv4().optional() })),
    ]),
    extra_hosts: z.array(z.string()).optional(),
    secrets: z.array(z.string()),
    volumes: z.array(Volume),
  })
  .partial({ depends_on: true, healthcheck: true, volumes: true });

type Networks = z.infer<typeof Service>['networks'];
export const namesOf = (networks: Networks = []) => (Array.isArray(networks) ? networks : Object.keys(networks));
export const addressIn = (networks: Networks = [], name: string) =>
  Array.isArray(networks) ? undefined : networks[name]?.ipv4_address;

const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string().startsWith('secretos/') })),
});

export const readCompose = () => Compose.parse(load(read('compose.yaml')));
