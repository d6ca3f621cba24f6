import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type {
  AnySandbox,
  SandboxRequest,
  SandboxTools,
} from '../../../shared/definition/sandbox-definition.ts';
import {
  answerSandboxRequest,
  type SandboxAnswer,
} from '../../../shared/engine/sandbox/answer-sandbox-request.ts';
import { changeControls } from '../../../shared/engine/sandbox/change-controls.ts';
import { sandboxClock } from '../../../shared/engine/sandbox/sandbox-clock.ts';
import { settleByHand, settleDueRefunds } from '../../../shared/engine/sandbox/settle-refunds.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type {
  SandboxApiState,
  SandboxChange,
  SandboxControls,
  SandboxRecord,
} from '../../../shared/model/sandbox.ts';
import type { SandboxControl } from '../../../shared/ports/sandbox-host.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from '../lazy-database.ts';
import { inTransaction } from '../open-database.ts';
import { isWritableTime, noSuchApi, nothingWaits, refuseChange, tooFar } from './refuse-sandbox-change.ts';
import { readControls, writeControls } from './sandbox-controls.ts';
import { clearLog, type LoggedRequest, logRequest, readLog } from './sandbox-log.ts';
import { readSnapshot, writeSnapshot } from './sandbox-snapshot.ts';
import { clearStates, type KnownState, readState, writeState } from './sandbox-states.ts';
import { migrations } from './sandbox-tables.ts';

/**
 * All that a sandbox knows, in one file: the ledger of every API, how it is set, and its log. The next command, the page
 * and the window see what the last did.
 */
export type SandboxLedger = Omit<SandboxControl, 'listen'> & {
  /** Answers a request and keeps what it changed, as one step that no other program can come between. Throws on a storage fault. */
  handle(api: string, request: SandboxRequest): SandboxAnswer;
  /** Writes down a request that no API was asked. */
  note(request: LoggedRequest): void;
  close(): void;
};

export type SandboxLedgerOptions = Pick<LazyDatabaseOptions, 'tell'> & {
  readonly sandboxes: ReadonlyMap<string, AnySandbox>;
  readonly tools: SandboxTools;
  /** Of the file in the data folder; sandboxes of different names share nothing. */
  readonly name?: string;
};

export function createSqliteSandboxLedger(
  dataDirectory: string,
  { sandboxes, tools, tell, name = 'sandbox' }: SandboxLedgerOptions,
): SandboxLedger {
  const known = new Map<string, KnownState>();
  const file = `${name}.db`;
  const { use, attempt, close } = createLazyDatabase(join(dataDirectory, file), migrations, {
    tell,
    recovery: { name: 'The ledger of the sandbox', table: 'ledger', rows: 'states', loss: null },
  });

  /** Reads a state, makes another of it and keeps that. */
  const changeState = <Value>(
    database: DatabaseSync,
    api: string,
    sandbox: AnySandbox,
    change: (state: unknown) => { readonly state: unknown; readonly value: Value },
  ): Value => {
    const before = known.get(api);
    // Whatever fails from here on leaves a state that nobody vouches for.
    known.delete(api);
    const read = readState(database, api, sandbox, before);
    const { state, value } = change(read.state);
    known.set(api, writeState(database, api, read, state));
    return value;
  };

  const inStep = <Value>(database: DatabaseSync, action: (database: DatabaseSync) => Value): Value => {
    hurry(database);
    try {
      return inTransaction(database, () => action(database));
    } catch (error) {
      // What was undone in the file is undone here, too.
      known.clear();
      throw error;
    }
  };
  const step = <Value>(action: (database: DatabaseSync) => Value): Value =>
    use((database) => inStep(database, action));
  const attemptStep = <Value>(
    what: string,
    action: (database: DatabaseSync) => Value,
  ): Result<Value, Problem> => attempt(what, (database) => inStep(database, action));

  const settleDue = (database: DatabaseSync, controls: SandboxControls): void => {
    const now = sandboxClock(controls.clock, tools.clock).now();
    if (controls.settling.after === null) return;
    for (const [api, sandbox] of sandboxes) {
      changeState(database, api, sandbox, (state) => ({
        state: settleDueRefunds(sandbox, state, controls.settling, now),
        value: null,
      }));
    }
  };

  const describe = (
    database: DatabaseSync,
    [api, sandbox]: readonly [string, AnySandbox],
    controls: SandboxControls,
    most: number,
  ): SandboxApiState =>
    changeState(database, api, sandbox, (state) => {
      const records = sandbox.describe(state, { ...tools, clock: sandboxClock(controls.clock, tools.clock) });
      const pending = sandbox.settling?.pending(state) ?? [];
      return {
        state,
        value: { api, records: newestOfEachKind(records, most), total: records.length, pending },
      };
    });

  const settle = (
    database: DatabaseSync,
    { api, id, outcome }: Extract<SandboxChange, { kind: 'settle' }>,
  ): Problem | null => {
    const sandbox = sandboxes.get(api);
    if (sandbox === undefined) return noSuchApi(api, sandboxes);
    if (sandbox.settling === null) return nothingWaits(null);
    const isDone = changeState(database, api, sandbox, (state) => {
      const settled = settleByHand(sandbox, state, id, outcome);
      return { state: settled ?? state, value: settled !== null };
    });
    return isDone ? null : nothingWaits(id);
  };

  const load = (database: DatabaseSync, text: string): Problem | null => {
    const snapshot = readSnapshot(text, sandboxes);
    if (!snapshot.ok) return snapshot.error;
    const { states, controls } = snapshot.value;
    if (controls !== null && !isWritableTime(sandboxClock(controls.clock, tools.clock).now())) return tooFar;
    for (const [api, state] of states) {
      const sandbox = sandboxes.get(api);
      if (sandbox !== undefined) changeState(database, api, sandbox, () => ({ state, value: null }));
    }
    if (controls !== null) writeControls(database, controls);
    return null;
  };

  const changeSettings = (database: DatabaseSync, change: SandboxChange): Problem | null => {
    const controls = readControls(database);
    const refusal = refuseChange(change, controls, sandboxes);
    if (refusal !== null) return refusal;
    const changed = changeControls(controls, change, tools.clock.now());
    if (!isWritableTime(sandboxClock(changed.clock, tools.clock).now())) return tooFar;
    if (changed !== controls) writeControls(database, changed);
    if (change.kind === 'clock' || change.kind === 'settling') settleDue(database, changed);
    return null;
  };

  const apply = (database: DatabaseSync, change: SandboxChange): Problem | null => {
    switch (change.kind) {
      case 'settle':
        return settle(database, change);
      case 'load':
        return load(database, change.text);
      case 'clear-log':
        clearLog(database);
        return null;
      case 'reset': {
        const refusal = changeSettings(database, change);
        if (refusal !== null) return refusal;
        known.clear();
        clearStates(database, change.api);
        return null;
      }
      default:
        return changeSettings(database, change);
    }
  };

  const now = (controls: SandboxControls): Date => new Date(sandboxClock(controls.clock, tools.clock).now());

  return {
    handle: (api, request) => {
      const sandbox = sandboxes.get(api);
      if (sandbox === undefined) throw new Error(`There is no sandbox of ${api}`);
      return step((database) => {
        const controls = readControls(database);
        const answer = changeState(database, api, sandbox, (state) => {
          const answered = answerSandboxRequest({ api, sandbox, request, state, controls, tools });
          return { state: answered.state, value: answered };
        });
        if (answer.controls !== controls) writeControls(database, answer.controls);
        const at = now(controls);
        const path = `/${api}${sandbox.basePath}${request.path}`;
        logRequest(database, { api, method: request.method, path, answer }, at);
        return answer;
      });
    },
    note: (request) => step((database) => logRequest(database, request, now(readControls(database)))),
    state: ({ api, records }) => {
      if (api !== null && !sandboxes.has(api)) return fail(noSuchApi(api, sandboxes));
      return attemptStep('The sandbox cannot be read', (database) => {
        const controls = readControls(database);
        settleDue(database, controls);
        const wanted = [...sandboxes].filter(([id]) => api === null || id === api);
        return {
          now: now(controls).toISOString(),
          controls,
          apis: wanted.map((named) => describe(database, named, controls, records)),
        };
      });
    },
    change: (change) => {
      const changed = attemptStep('The sandbox cannot be changed', (database) => apply(database, change));
      if (!changed.ok) return changed;
      return changed.value === null ? ok(null) : fail(changed.value);
    },
    log: (page) => attempt('The log of the sandbox cannot be read', (database) => readLog(database, page)),
    snapshot: () =>
      attemptStep('The sandbox cannot be read', (database) => {
        const states = [...sandboxes].map(
          ([api, sandbox]) => [api, readState(database, api, sandbox, undefined).state] as const,
        );
        return writeSnapshot(states, readControls(database));
      }),
    close: () => {
      known.clear();
      close();
    },
  };
}

const hurried = new WeakSet<DatabaseSync>();

/** Every request is a step: pretended money need not wait for the disk, and outlives the program all the same. */
function hurry(database: DatabaseSync): void {
  if (hurried.has(database)) return;
  database.exec('PRAGMA synchronous = NORMAL');
  hurried.add(database);
}

/** In the order in which they came. */
function newestOfEachKind(records: readonly SandboxRecord[], most: number): readonly SandboxRecord[] {
  const left = new Map<string, number>();
  return records
    .toReversed()
    .filter(({ kind }) => {
      const room = left.get(kind) ?? most;
      left.set(kind, room - 1);
      return room > 0;
    })
    .toReversed();
}
