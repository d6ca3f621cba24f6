import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { ScenarioDraft } from '../../shared/contract/sandbox-commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Scenario } from '../../shared/model/scenario.ts';

export type ScenarioState = {
  /** The answers that the sandbox gives when asked, by API; one that is missing was not asked about yet. */
  readonly byApi: Readonly<Record<string, readonly Scenario[]>>;
  /** Asks for those of an API, where that was not done before. What cannot be had counts as none. */
  readonly load: (api: string) => Promise<void>;
  /** The draft that meets an answer; nothing is sent. */
  readonly draft: (api: string, entry: string) => Promise<Result<ScenarioDraft, Problem>>;
};

export type ScenarioStore = StoreApi<ScenarioState>;

/** What the sandbox answers when asked. */
export function createScenarioStore(client: WorkbenchClient): ScenarioStore {
  const asked = new Set<string>();
  return createStore<ScenarioState>((set) => ({
    byApi: {},
    load: async (api) => {
      if (asked.has(api)) return;
      asked.add(api);
      const listed = await client.call('scenario.list', { api });
      const scenarios = listed.ok ? listed.value : [];
      set(({ byApi }) => ({ byApi: { ...byApi, [api]: scenarios } }));
    },
    draft: (api, entry) => client.call('scenario.draft', { api, entry }),
  }));
}
