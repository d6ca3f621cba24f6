import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createSqliteSandboxLedger } from '../../electron/adapters/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';

/** What the sandbox of an API wrote down itself in a data folder. */
export function sandboxStateOf(data: string, api: string): unknown {
  const sandbox = sandboxes.get(api);
  if (sandbox === undefined) throw new Error(`There is no sandbox of ${api}`);
  const ledger = createSqliteSandboxLedger(data);
  const request = { method: 'GET', path: '/', query: '', headers: [], body: '' };
  const tools = { clock: systemClock, crypto: nodeCrypto };
  let seen: unknown;
  const witness: typeof sandbox = {
    ...sandbox,
    handle: (given, state) => {
      seen = state;
      return { ...sandbox.handle(given, state, tools), state };
    },
  };
  ledger.handle(api, witness, request, tools);
  ledger.close();
  return seen;
}
