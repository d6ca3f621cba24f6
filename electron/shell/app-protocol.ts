import { readFile } from 'node:fs/promises';

import { protocol } from 'electron';

import { contentSecurityPolicy } from '../content-security-policy.ts';
import { listPageFiles } from '../page-files.ts';

const scheme = 'app';

/** The one origin that the window shows and that may call the core. */
export const pageOrigin = `${scheme}://bundle`;

/** Whether an address, or the bare origin of one, is of the page. */
export function isOwn(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}

/** Makes `app:` a proper origin: relative URLs, fetch, modules, workers. Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page from a fixed list of files. */
export function servePage(pageDirectory: string): void {
  const files = listPageFiles(pageDirectory);
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'bundle' && request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (file === undefined) return new Response('nothing here\n', { status: 404 });
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    });
  });
}
