import type { APIRequestContext, Page, Request } from '@playwright/test';

/** What the titular's browser would send: it is caught on its way and never arrives. */
export async function captureAction(page: Page, perform: () => Promise<void>): Promise<Request> {
  const isAction = (request: Request) => request.method() === 'POST' && 'next-action' in request.headers();
  await page.route('**/*', (route) => (isAction(route.request()) ? route.abort() : route.continue()));
  const [request] = await Promise.all([page.waitForRequest(isAction), perform()]);
  await page.unroute('**/*');
  return request;
}

/** The same bytes from somebody else: where it sends them, and what it says. */
export async function replay(request: APIRequestContext, action: Request): Promise<string> {
  const { 'next-action': id, 'content-type': contentType, accept, origin } = action.headers();
  const response = await request.post(action.url(), {
    headers: { 'next-action': id ?? '', 'content-type': contentType ?? '', accept: accept ?? '', origin: origin ?? '' },
    data: action.postDataBuffer() ?? Buffer.alloc(0),
    maxRedirects: 0,
  });
  return `${response.headers()['x-action-redirect'] ?? response.headers().location ?? ''} ${await response.text()}`;
}
