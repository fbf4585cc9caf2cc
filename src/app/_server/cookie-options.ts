import { root } from './root.ts';

/** How every cookie of ours is set: out of the reach of page scripts and of other sites, and on https never in clear. */
export function cookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: root().settings.appUrl.startsWith('https:'),
    path: '/',
  } as const;
}
