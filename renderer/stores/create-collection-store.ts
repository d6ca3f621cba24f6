import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type {
  CollectionChange,
  CollectionCommands,
  CollectionOverview,
} from '../../shared/contract/collection-commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

/** The commands that change a collection and say where the changed thing stands now. */
export type CollectionChangeName = Exclude<
  Extract<keyof CollectionCommands, `collection.${string}`>,
  'collection.list' | 'collection.undo' | 'collection.export'
>;

/** Hears what a change did before anybody sees it in the overview. */
type Settle<Value> = (value: Value) => void;

export type CollectionState = {
  readonly overview: CollectionOverview;
  /** Keys of the collections and folders that are open in the tree. */
  readonly expanded: ReadonlySet<string>;
  /** Whether a change of this page is not answered yet. */
  readonly isChanging: boolean;
  readonly setExpanded: (expanded: ReadonlySet<string>) => void;
  /** Reads the overview again; while a change is under way, after it. */
  readonly reload: () => Promise<void>;
  readonly change: <Name extends CollectionChangeName>(
    name: Name,
    input: CollectionCommands[Name]['input'],
    settle?: Settle<CollectionChange>,
  ) => Promise<Result<CollectionChange, Problem>>;
  /** Takes a change back. */
  readonly undo: (token: string, settle?: () => void) => Promise<Problem | null>;
};

export type CollectionStore = StoreApi<CollectionState>;

/** The collections of the workspace. */
export function createCollectionStore(
  client: WorkbenchClient,
  overview: CollectionOverview,
): CollectionStore {
  let newest = 0;
  let changes = 0;
  let isStale = false;
  return createStore<CollectionState>((set, get) => {
    const reload = async (): Promise<void> => {
      isStale = true;
      // What the disk says meanwhile may be the work of the change, whose answer tells more of it.
      if (changes > 0) return;
      const asked = ++newest;
      const read = await client.call('collection.list', null);
      if (asked !== newest) return;
      isStale = false;
      set({ overview: read });
    };
    const run = async <Value>(
      ask: () => Promise<Result<Value, Problem>>,
      take: (value: Value) => CollectionOverview,
    ): Promise<Result<Value, Problem>> => {
      changes += 1;
      newest += 1;
      set({ isChanging: true });
      try {
        const result = await ask();
        if (result.ok) set({ overview: take(result.value) });
        return result;
      } finally {
        changes -= 1;
        set({ isChanging: changes > 0 });
        if (isStale) void get().reload();
      }
    };
    return {
      overview,
      expanded: new Set(overview.collections.length === 1 ? overview.collections.map(({ id }) => id) : []),
      isChanging: false,
      setExpanded: (expanded) => set({ expanded }),
      reload,
      change: (name, input, settle) =>
        run<CollectionChange>(
          () => client.call(name, input),
          (change) => {
            settle?.(change);
            return change.overview;
          },
        ),
      undo: async (token, settle) => {
        const undone = await run<CollectionOverview>(
          () => client.call('collection.undo', { token }),
          (read) => {
            settle?.();
            return read;
          },
        );
        return undone.ok ? null : undone.error;
      },
    };
  });
}
