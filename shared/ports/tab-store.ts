import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { LoadedTabs, Tabs } from '../model/tab.ts';

/** The open tabs, kept so that no draft is lost. Text only: no stored answer is read at the start. */
export type TabStore = {
  load(): LoadedTabs;
  save(tabs: Tabs): Result<null, Problem>;
};
