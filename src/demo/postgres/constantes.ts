/** PostgreSQL's programs need nothing of ours, and should speak English in their log. */
export const ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as Record<
  string,
  string
> as NodeJS.ProcessEnv;

/** The database's owner, who is its superuser too. */
export const USUARIO = 'buzon';
