import type { BatchSummary } from '../model/batch.ts';
import type { Problem } from '../model/problem.ts';
import type { RunSummary } from '../model/run.ts';
import type { Settings } from '../model/settings.ts';
import type { VaultDescription } from '../model/vault.ts';
import type { ArmedEnvironment } from './commands.ts';

/** What the core tells its clients without being asked. */
export interface Events {
  'history.changed': { readonly count: number };
  'production.changed': { readonly armed: readonly ArmedEnvironment[] };
  /** The files of the environments or the choice of the active one; the list says what there is now. */
  'environment.changed': { readonly activeId: string };
  /** The files of the collections; the list says what there is now. `count` is how many collections that is. */
  'collection.changed': { readonly count: number };
  /** How a run goes, four times a second at the most, and its end. */
  'run.changed': { readonly run: RunSummary };
  /** How a batch goes, four times a second at the most, and its end. */
  'batch.changed': { readonly batch: BatchSummary };
  /** Somebody logged in, or a session ended; a description says which. `open` is how many are open. */
  'session.changed': { readonly open: number };
  'sandbox.changed': { readonly origin: string | null };
  /** Requests came to the sandbox of this workbench, or somebody changed it; four times a second at the most. */
  'sandbox.used': { readonly at: number };
  /** All of them as they are now; another page may have changed one. */
  'settings.changed': { readonly settings: Settings };
  /** Somebody chose a command in the application menu. */
  'menu.chosen': { readonly id: string };
  /** Files were handed to the program; `window.take-files` gives them. */
  'files.handed': { readonly count: number };
  /** The window goes, or may go: whoever has drafts that are not kept yet keeps them now, within so many milliseconds. */
  'drafts.wanted': { readonly within: number };
  'vault.changed': { readonly vault: VaultDescription };
  /** What happened without anybody asking, as that the history was damaged; the description of the workbench keeps it. */
  'problem.told': { readonly problem: Problem };
}

export type EventName = keyof Events;

export type WorkbenchEvent = {
  readonly [Name in EventName]: { readonly name: Name } & Events[Name];
}[EventName];
