import { createYamlCollectionStore } from '../../electron/adapters/collections/yaml-collection-store.ts';
import { someRequest } from './some-request.ts';
import { valueOf } from './value-of.ts';

/** What the program does, once or as often as its last argument says. */
export type CollectionTask = 'create' | 'move' | 'rename' | 'remove' | 'add' | 'count';

/** A process of its own that changes the collection `refunds`. Arguments: workspace, data folder, task, how often. */
const [workspace = '', data = '', task = '', times = '1'] = process.argv.slice(2);
const store = createYamlCollectionStore(workspace, data);

function countUp(): boolean {
  const collection = store.list().collections.find(({ id }) => id === 'refunds');
  if (collection === undefined) throw new Error('The collection is missing');
  const notes = String(BigInt(collection.notes) + 1n);
  const saved = store.save('refunds', { ...collection, notes }, collection.revision);
  if (!saved.ok && saved.error.code !== 'bad-collection') throw new Error(saved.error.message);
  return saved.ok;
}

function change(): void {
  const to = { id: 'refunds', folder: 'deep', index: 1 };
  switch (task as CollectionTask) {
    case 'create': {
      const items = [{ kind: 'request' as const, request: someRequest('One') }];
      valueOf(store.create({ name: 'New', notes: '', variables: [], items }));
      break;
    }
    case 'move':
      valueOf(store.move({ id: 'refunds', paths: ['two'] }, to));
      break;
    case 'rename': {
      const node = store.list().collections[0]?.items.find(({ path }) => path === 'two');
      if (node?.kind !== 'request') throw new Error('The request is missing');
      valueOf(store.saveRequest('refunds', 'two', { ...node.request, name: 'Renamed' }, node.revision));
      break;
    }
    case 'remove':
      valueOf(store.remove('refunds', ['deep']));
      break;
    case 'add':
      valueOf(store.addRequest('refunds', '', someRequest(`From ${process.pid}`)));
      break;
    case 'count':
      while (!countUp());
  }
}

for (let done = 0; done < Number(times); done += 1) change();
