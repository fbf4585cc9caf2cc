import { root } from '../_server/root.ts';

/** Whether a form came from a page of this portal: what keeps another site from sending it in a person's name. */
export function isSameOrigin(request: Request): boolean {
  return request.headers.get('origin') === root().settings.appUrl;
}
