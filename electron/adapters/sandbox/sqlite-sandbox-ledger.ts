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
import type { SandboxApiState, SandboxChange, SandboxControls } from '../../../shared/model/sandbox.ts';
import type { SandboxControl } from '../../../shared/ports/sandbox-host.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from '../lazy-database.ts';
import { inTransaction } from '../open-database.ts';
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

  const step = <Value>(action: (database: DatabaseSync) => Value): Value =>
    use((database) => {
      try {
        return inTransaction(database, () => action(database));
      } catch (error) {
        // What was undone in the file is undone here, too.
        known.clear();
        throw error;
      }
    });

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
    api: string,
    sandbox: AnySandbox,
    controls: SandboxControls,
    most: number,
  ): SandboxApiState =>
    changeState(database, api, sandbox, (state) => {
      const clock = sandboxClock(controls.clock, tools.clock);
      const records = sandbox.describe(state, { ...tools, clock });
      const pending = sandbox.settling?.pending(state) ?? [];
      return { state, value: { api, records: records.slice(-most), total: records.length, pending } };
    });

  const apply = (database: DatabaseSync, change: SandboxChange): Result<null, Problem> => {
    switch (change.kind) {
      case 'reset':
        known.clear();
        clearStates(database, change.api);
        break;
      case 'settle': {
        const sandbox = sandboxes.get(change.api);
        if (sandbox === undefined) return fail(noSuchApi(change.api, sandboxes));
        const isDone = changeState(database, change.api, sandbox, (state) => {
          const settled = settleByHand(sandbox, state, change.id, change.outcome);
          return { state: settled ?? state, value: settled !== null };
        });
        if (!isDone) return fail(nothingWaits(change.id));
        break;
      }
      case 'add-rule': {
        const fault = faultOfRule(change.rule, sandboxes);
        if (fault !== null) return fail(fault);
        break;
      }
      case 'remove-rule':
        if (change.id !== null && !readControls(database).rules.some(({ id }) => id === change.id))
          return fail(noSuchRule(change.id));
        break;
      case 'clear-log':
        clearLog(database);
        break;
      case 'load': {
        const snapshot = readSnapshot(change.text, sandboxes);
        if (!snapshot.ok) return snapshot;
        for (const [api, state] of snapshot.value.states) {
          const sandbox = sandboxes.get(api);
          if (sandbox !== undefined) changeState(database, api, sandbox, () => ({ state, value: null }));
        }
        if (snapshot.value.controls !== null) writeControls(database, snapshot.value.controls);
        return ok(null);
      }
      default:
        break;
    }
    const controls = readControls(database);
    const changed = changeControls(controls, change, tools.clock.now());
    if (changed !== controls) writeControls(database, changed);
    if (change.kind === 'clock' || change.kind === 'settling') settleDue(database, changed);
    return ok(null);
  };

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
        const at = new Date(sandboxClock(controls.clock, tools.clock).now());
        const path = `/${api}${sandbox.basePath}${request.path}`;
        logRequest(database, { api, method: request.method, path, answer }, at);
        return answer;
      });
    },
    note: (request) =>
      step((database) =>
        logRequest(
          database,
          request,
          new Date(sandboxClock(readControls(database).clock, tools.clock).now()),
        ),
      ),
    state: ({ api, records }) =>
      attempt('The sandbox cannot be read', (database) =>
        inTransaction(database, () => {
          const controls = readControls(database);
          settleDue(database, controls);
          const wanted = [...sandboxes].filter(([id]) => api === null || id === api);
          return {
            now: new Date(sandboxClock(controls.clock, tools.clock).now()).toISOString(),
            controls,
            apis: wanted.map(([id, sandbox]) => describe(database, id, sandbox, controls, records)),
          };
        }),
      ),
    change: (change) => {
      const changed = attempt('The sandbox cannot be changed', () =>
        step((database) => apply(database, change)),
      );
      return changed.ok ? changed.value : changed;
    },
    log: (page) => attempt('The log of the sandbox cannot be read', (database) => readLog(database, page)),
    snapshot: () =>
      attempt('The sandbox cannot be read', (database) =>
        inTransaction(database, () => {
          const states = [...sandboxes].map(
            ([api, sandbox]) => [api, readState(database, api, sandbox, undefined).state] as const,
          );
          return writeSnapshot(states, readControls(database));
        }),
      ),
    close: () => {
      known.clear();
      close();
    },
  };
}

function noSuchApi(api: string, sandboxes: ReadonlyMap<string, AnySandbox>): Problem {
  return {
    code: 'unknown-api',
    message: `There is no API ${api}.`,
    remedy: `Choose one of ${[...sandboxes.keys()].join(', ')}.`,
  };
}

function noSuchRule(id: string): Problem {
  return {
    code: 'bad-input',
    message: `The sandbox has no rule ${id}.`,
    remedy: 'Look at its state for those that are still there; one that is used up goes by itself.',
  };
}

function nothingWaits(id: string | null): Problem {
  return {
    code: 'bad-input',
    message: id === null ? 'This API ends refunds at once.' : `No refund ${id} waits for its end.`,
    remedy: 'Look at the state of the sandbox for what waits.',
  };
}

function faultOfRule(
  { api, does }: Extract<SandboxChange, { kind: 'add-rule' }>['rule'],
  sandboxes: ReadonlyMap<string, AnySandbox>,
): Problem | null {
  if (api !== null && !sandboxes.has(api)) return noSuchApi(api, sandboxes);
  if (does.kind === 'fault') return null;
  const isKnown = api !== null && sandboxes.get(api)?.scenarios.some(({ id }) => id === does.entry) === true;
  return isKnown
    ? null
    : {
        code: 'unknown-entry',
        message: `There is no scenario ${does.entry}${api === null ? ' without an API' : ` of ${api}`}.`,
        remedy: 'The command "sandbox scenarios" lists those of an API.',
      };
}
