import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

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

/** What clients ask about collections. */
export function collectionHandlers(): CollectionHandlers {
  return {
    'collection.list': async () => ({ collections: [], problems: [] }),
    'collection.create': notBuilt,
    'collection.save': notBuilt,
    'collection.add-request': notBuilt,
    'collection.save-request': notBuilt,
    'collection.add-folder': notBuilt,
    'collection.save-folder': notBuilt,
    'collection.duplicate': notBuilt,
    'collection.move': notBuilt,
    'collection.remove': notBuilt,
    'collection.undo': notBuilt,
  };
}
