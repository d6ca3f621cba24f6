import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createSqliteSandboxLedger } from '../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';

/** What the sandbox of an API wrote down itself in a data folder. */
export function sandboxStateOf(data: string, api: string): unknown {
  const sandbox = sandboxes.get(api);
  if (sandbox === undefined) throw new Error(`There is no sandbox of ${api}`);
  let seen: unknown;
  const witness: typeof sandbox = {
    ...sandbox,
    describe: (state) => {
      seen = state;
      return [];
    },
  };
  const ledger = createSqliteSandboxLedger(data, {
    sandboxes: new Map([[api, witness]]),
    tools: { clock: systemClock, crypto: nodeCrypto },
  });
  ledger.state({ api, records: 1 });
  ledger.close();
  return seen;
}
