import { clockEnv } from '#infra/env/process-env.ts';

/** In English, with nothing of ours but a moved clock: the queue runs by theirs, deadlines by ours. */
export const ENV: NodeJS.ProcessEnv = {
  ...clockEnv(),
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as Record<string, string> as NodeJS.ProcessEnv;

export const USUARIO = 'buzon';
