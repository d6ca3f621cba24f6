import { apis } from '../../shared/apis/registry.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import { fail, ok } from '../../shared/model/result.ts';
import type { Ports } from './ports.ts';

/** What the page asks of the window around it; in a browser there is none. */
export function windowHandlers({
  desktop,
}: Pick<Ports, 'desktop'>): Pick<Handlers, 'window.set-menu' | 'window.take-files' | 'window.open-link'> {
  return {
    'window.set-menu': async ({ commands }) => {
      desktop?.setMenu(commands);
      return null;
    },
    'window.take-files': async () => desktop?.takeFiles() ?? [],
    'window.open-link': async ({ url }) => {
      // Whole addresses, not hosts: what follows a host could carry away what the page knows.
      if (!apis.some(({ documentationPage }) => documentationPage === url))
        return fail({
          code: 'bad-url',
          message: 'This is not the address of a page of a provider that the workbench knows.',
          remedy: 'Copy the address, look at it, and open it in the browser yourself.',
        });
      if (desktop === null)
        return fail({
          code: 'missing-capability',
          message: 'There is no desktop window around this page.',
          remedy: 'Open the address in the browser yourself.',
        });
      await desktop.openLink(url);
      return ok(null);
    },
  };
}
