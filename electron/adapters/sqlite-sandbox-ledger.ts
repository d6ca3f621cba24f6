import { join } from 'node:path';

import type {
  AnySandbox,
  SandboxRequest,
  SandboxResponse,
  SandboxTools,
} from '../../shared/definition/sandbox-definition.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from './lazy-database.ts';
import { inTransaction } from './open-database.ts';

const migrations = ['CREATE TABLE ledger (api TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT'];

/** The state of every API's sandbox, in `sandbox.db`: the next command, the page and the window see what the last did. */
export type SandboxLedger = {
  /** Answers a request and keeps what it changed, as one step that no other program can come between. Throws on a storage fault. */
  handle(api: string, sandbox: AnySandbox, request: SandboxRequest, tools: SandboxTools): SandboxResponse;
  /** Forgets all state; the next request meets the demo transactions again. */
  reset(): void;
  close(): void;
};

export function createSqliteSandboxLedger(
  dataDirectory: string,
  { tell }: Pick<LazyDatabaseOptions, 'tell'> = {},
): SandboxLedger {
  const { use, close } = createLazyDatabase(join(dataDirectory, 'sandbox.db'), migrations, {
    tell,
    recovery: { name: 'The ledger of the sandbox', table: 'ledger', rows: 'states', loss: null },
  });
  return {
    handle: (api, sandbox, request, tools) =>
      use((database) =>
        inTransaction(database, () => {
          const row = database.prepare('SELECT state FROM ledger WHERE api = ?').get(api);
          const before: unknown = row === undefined ? sandbox.seed() : JSON.parse(String(row['state']));
          const { response, state } = sandbox.handle(request, before, tools);
          if (state !== before) {
            database
              .prepare('INSERT OR REPLACE INTO ledger (api, state) VALUES (?, ?)')
              .run(api, JSON.stringify(state));
          }
          return response;
        }),
      ),
    reset: () => use((database) => database.exec('DELETE FROM ledger')),
    close,
  };
}
