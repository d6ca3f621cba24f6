import type { Handlers } from '../../shared/contract/commands.ts';
import { contentOfCollection } from '../../shared/engine/content-of-collection.ts';
import { fail, ok } from '../../shared/model/result.ts';
import { contentWithout, secretRemover } from './collections.ts';
import { findEnvironment } from './environments.ts';
import { exportCollection } from './export-collection.ts';
import { applyFile, readFile } from './import-file.ts';
import type { Ports } from './ports.ts';

/** Where the sandbox of a window listens if it can; an export names it where none is running. */
const usualSandboxOrigin = 'http://127.0.0.1:4010';

/** What the handlers tell when files changed. */
export type TransferEvents = { readonly collections: () => void; readonly environments: () => void };

/** Import and export of collections. */
export function transferHandlers(
  ports: Pick<Ports, 'collections' | 'environments' | 'secrets' | 'sandbox'>,
  version: string,
  tell: TransferEvents,
): Pick<Handlers, 'collection.export' | 'import.read' | 'import.apply'> {
  return {
    'import.read': async (file) => readFile(file),
    'import.apply': async (file) => {
      const applied = await applyFile(file, ports);
      if (!applied.ok) return applied;
      tell.collections();
      if (applied.value.environments.length > 0) tell.environments();
      return ok({ ...applied.value, overview: ports.collections.list() });
    },
    'collection.export': async ({ id, kind, environmentId }) => {
      const collection = ports.collections.list().collections.find((candidate) => candidate.id === id);
      if (collection === undefined) {
        return fail({
          code: 'bad-collection',
          message: `There is no collection ${id}.`,
          remedy: 'Choose one of those in the workspace.',
        });
      }
      const environment = findEnvironment(ports.environments, environmentId);
      if (!environment.ok) return environment;
      const content = contentWithout(contentOfCollection(collection), await secretRemover(ports));
      const sandboxOrigin = ports.sandbox.origin() ?? usualSandboxOrigin;
      const { secrets } = ports;
      const order = { content, kind, environment: environment.value, sandboxOrigin, secrets, version };
      return ok(exportCollection(order));
    },
  };
}
