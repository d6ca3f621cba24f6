import type { CustomScheme } from 'electron';

import { lifecycle } from './lifecycle.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** What `https:` may, which Chromium takes the app's scheme for. */
const privilegesOfHttps = 'codeCache secure standard supportFetchAPI';

const registered = new Set<string>();
const handlers = new Map<string, Handler>();

const schemes = {
  registerSchemesAsPrivileged: (list: readonly CustomScheme[]): void => {
    if (lifecycle.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges = {} } of list) {
      const asked = Object.entries(privileges).flatMap(([name, isOn]) => (isOn === true ? [name] : []));
      if (asked.toSorted().join(' ') !== privilegesOfHttps) {
        throw new Error(
          `The stand-in for Electron serves ${scheme}: with ${privilegesOfHttps}, no more and no less.`,
        );
      }
      registered.add(scheme);
    }
  },
  handle: (scheme: string, handler: Handler): void => {
    if (!lifecycle.isReady()) throw new Error('protocol.handle can only be used after app is ready');
    if (!registered.has(scheme)) throw new Error(`The stand-in for Electron wants ${scheme}: registered.`);
    handlers.set(scheme, handler);
  },
};

export const protocol = sayWhatIsMissing(schemes, 'protocol');

/**
 * Chromium knows no scheme of the app. `app://bundle/x` is `https://bundle.app.invalid/x` to it, which has the same
 * rights; nothing can ever answer for a host under `.invalid` but the stand-in.
 */
export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]+)(.*)$/s.exec(url) ?? [];
  return registered.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url;
}

/** The way back. */
export function fromChromium(url: string): string {
  const [, blob = '', host = '', scheme = '', rest = ''] =
    /^(blob:)?https:\/\/([^/?#]+)\.([^./?#]+)\.invalid(.*)$/s.exec(url) ?? [];
  return registered.has(scheme) ? `${blob}${scheme}://${host}${rest}` : url;
}

/** Lets the app answer for its scheme; `null` for any other. */
export async function answerByApp(url: string, method: string): Promise<Response | null> {
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  return handler === undefined ? null : handler(new Request(url, { method }));
}
