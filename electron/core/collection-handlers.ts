import type { CollectionChange, CollectionOverview } from '../../shared/contract/collection-commands.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { StoreChange } from '../../shared/ports/collection-store.ts';
import { createCollection, findSecretVariable, requestWithout, secretRemover } from './collections.ts';
import type { Ports } from './ports.ts';

type CollectionHandlers = Pick<
  Handlers,
  | 'collection.list'
  | 'collection.create'
  | 'collection.save'
  | 'collection.add-request'
  | 'collection.save-request'
  | 'collection.add-folder'
  | 'collection.save-folder'
  | 'collection.duplicate'
  | 'collection.move'
  | 'collection.remove'
  | 'collection.undo'
>;

/**
 * What clients ask about collections. What is written holds no secret that is known. `tell` says that
 * files changed, and how many collections there are now.
 */
export function collectionHandlers(
  ports: Pick<Ports, 'collections' | 'environments' | 'secrets'>,
  tell: (count: number) => void,
): CollectionHandlers {
  const { collections } = ports;
  const listAndTell = (): CollectionOverview => {
    const overview = collections.list();
    tell(overview.collections.length);
    return overview;
  };
  const after = (
    done: Result<StoreChange, Problem>,
    place: (path: string) => { readonly id: string; readonly path: string },
  ): Result<CollectionChange, Problem> => {
    if (!done.ok) return done;
    const { path, undo } = done.value;
    return ok({ overview: listAndTell(), ...place(path), undo });
  };
  const within =
    (id: string) =>
    (path: string): { readonly id: string; readonly path: string } => ({ id, path });
  const whole = (id: string): { readonly id: string; readonly path: string } => ({ id, path: '' });
  return {
    'collection.list': async () => collections.list(),
    'collection.create': async (content) => after(await createCollection(content, ports), whole),
    'collection.save': async ({ id, revision, ...settings }) => {
      const redact = await secretRemover(ports);
      const fault = findSecretVariable(settings.variables, ports);
      if (fault !== null) return fail(fault);
      const { name, notes, variables } = settings;
      const safe = {
        name: redact(name),
        notes: redact(notes),
        variables: variables.map((variable) => ({ ...variable, value: redact(variable.value) })),
      };
      return after(collections.save(id, safe, revision), within(id));
    },
    'collection.add-request': async ({ id, folder, request }) => {
      const safe = requestWithout(request, await secretRemover(ports));
      return after(collections.addRequest(id, folder, safe), within(id));
    },
    'collection.save-request': async ({ id, path, request, revision }) => {
      const safe = requestWithout(request, await secretRemover(ports));
      return after(collections.saveRequest(id, path, safe, revision), within(id));
    },
    'collection.add-folder': async ({ id, folder, name }) =>
      after(collections.addFolder(id, folder, (await secretRemover(ports))(name)), within(id)),
    'collection.save-folder': async ({ id, path, name, notes }) => {
      const redact = await secretRemover(ports);
      return after(
        collections.saveFolder(id, path, { name: redact(name), notes: redact(notes) }),
        within(id),
      );
    },
    'collection.duplicate': async ({ id, path }) =>
      after(collections.duplicate(id, path), path === '' ? whole : within(id)),
    'collection.move': async ({ id, paths, to }) => after(collections.move({ id, paths }, to), within(to.id)),
    'collection.remove': async ({ id, paths }) => after(collections.remove(id, paths), within(id)),
    'collection.undo': async ({ token }) => {
      const undone = collections.undo(token);
      if (!undone.ok) return undone;
      return ok(listAndTell());
    },
  };
}
