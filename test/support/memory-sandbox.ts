import * as v from 'valibot';

import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type {
  AnySandbox,
  SandboxHandled,
  SandboxRequest,
} from '../../shared/definition/sandbox-definition.ts';
import type { PendingRefund, SandboxRecord, SettledOutcome } from '../../shared/model/sandbox.ts';
import { answerOf, type BareClient, openBareClient } from './bare-client.ts';

/** A sandbox without a server, whose clock the test moves. */
export type MemorySandbox = {
  readonly client: BareClient;
  /** What the last request got. */
  readonly last: () => SandboxHandled<unknown>;
  readonly handle: (request: Partial<SandboxRequest>) => SandboxHandled<unknown>;
  readonly state: () => unknown;
  readonly setState: (state: unknown) => void;
  readonly records: () => readonly SandboxRecord[];
  readonly pending: () => readonly PendingRefund[];
  /** Whether something of this id waited. */
  readonly settle: (id: string, outcome: SettledOutcome) => boolean;
  /** In milliseconds. */
  readonly advance: (milliseconds: number) => void;
  /** Whether the ledger is one that a file may hold. */
  readonly isValid: () => boolean;
};

export const startOfTime = Date.UTC(2026, 0, 31, 12);

export async function openMemorySandbox(api: ApiDefinition, sandbox: AnySandbox): Promise<MemorySandbox> {
  let now = startOfTime;
  let state: unknown = structuredClone(sandbox.seed());
  let last: SandboxHandled<unknown> | null = null;
  const tools = { clock: { now: () => now }, crypto: nodeCrypto };
  const handle: MemorySandbox['handle'] = (request) => {
    const whole = { method: 'POST', path: '/', query: '', headers: [], body: '', ...request };
    last = sandbox.handle(whole, state, tools);
    state = last.state;
    return last;
  };
  const baseUrl = `http://127.0.0.1:1${sandbox.basePath}`;
  const client = await openBareClient(api, baseUrl, async ({ method, url, headers, body }) => {
    const { response } = handle({ method, path: url.slice(baseUrl.length), headers, body: body ?? '' });
    return answerOf(response.status, response.headers, response.body);
  });
  return {
    client,
    handle,
    last: () => {
      if (last === null) throw new Error('Nothing was sent yet');
      return last;
    },
    state: () => state,
    setState: (given) => {
      state = given;
    },
    records: () => sandbox.describe(state, tools),
    pending: () => sandbox.settling?.pending(state) ?? [],
    settle: (id, outcome) => {
      const settled = sandbox.settling?.settle(state, id, outcome) ?? null;
      state = settled ?? state;
      return settled !== null;
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
    isValid: () => v.is(sandbox.schema, state),
  };
}
