import { clockEnv } from '#infra/env/process-env.ts';

/**
 * PostgreSQL's programs need nothing of ours, and should speak English in their log. A clock that was moved for this
 * process is moved for them: the queue runs by theirs, deadlines by ours.
 */
export const ENV: NodeJS.ProcessEnv = {
  ...clockEnv(),
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as Record<string, string> as NodeJS.ProcessEnv;

/** The database's owner, who is its superuser too. */
export const USUARIO = 'buzon';
