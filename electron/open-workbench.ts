import { basename, join, resolve } from 'node:path';

import { sandboxes } from '../shared/apis/sandboxes.ts';
import type { Problem } from '../shared/model/problem.ts';
import { ok, type Result } from '../shared/model/result.ts';
import type { Desktop } from '../shared/ports/desktop.ts';
import type { ProblemLog } from '../shared/ports/problem-log.ts';
import type { TableStore } from '../shared/ports/table-store.ts';
import { csvWriter } from './adapters/csv-writer.ts';
import { createYamlCollectionStore } from './adapters/collections/yaml-collection-store.ts';
import { currentUser } from './adapters/current-user.ts';
import { dataDirectory, ensureDirectory } from './adapters/data-directory.ts';
import { createFaultLog } from './adapters/fault-log.ts';
import { createDailyBackup } from './adapters/create-daily-backup.ts';
import { createJsonSettingsStore } from './adapters/json-settings-store.ts';
import { createJsonTabStore } from './adapters/json-tab-store.ts';
import { nodeCrypto } from './adapters/node-crypto.ts';
import { nodeDigests } from './adapters/node-digests.ts';
import { createProblemLog } from './adapters/problem-log.ts';
import { createSandboxServer } from './adapters/sandbox/sandbox-server.ts';
import { createSqliteAuditTrail } from './adapters/sqlite-audit-trail.ts';
import { createSqliteBatchStore } from './adapters/sqlite-batch-store.ts';
import { createSqliteHistoryStore, historyPath } from './adapters/sqlite-history-store.ts';
import { createSqliteSandboxLedger } from './adapters/sandbox/sqlite-sandbox-ledger.ts';
import { createSqliteRunStore } from './adapters/runs/sqlite-run-store.ts';
import { createSqliteTableStore } from './adapters/tables/sqlite-table-store.ts';
import { systemCalendar } from './adapters/system-calendar.ts';
import { systemClock } from './adapters/system-clock.ts';
import { createUndiciSender } from './adapters/undici-sender.ts';
import { withBackups } from './adapters/with-backups.ts';
import { createSecretStore, type SecretStoreOptions } from './adapters/vault/create-secret-store.ts';
import { createYamlEnvironmentStore } from './adapters/yaml-environment-store.ts';
import { createFaults, type Faults } from './core/create-faults.ts';
import { createWorkbench, type Workbench } from './core/create-workbench.ts';
import { knownSecrets } from './core/known-secrets.ts';
import { version } from './version.ts';

/** The port the sandbox of a window or page takes when it is free, so that other clients can rely on it. */
export const usualSandboxPort = 4010;

export type OpenOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** The folder people keep in git; by default one inside the data folder. */
  readonly workspace: string | null;
  readonly sandboxPort: number;
  /** Whether the sandbox may take any other port where that one is taken. */
  readonly anyOtherPort: boolean;
  /** Of the file with the ledger of the sandbox; sandboxes of different names share nothing. */
  readonly sandboxName?: string;
  /** The window around the page; none where the page is in a browser. */
  readonly desktop?: Desktop;
  /** Another keyring or a cheaper passphrase than the real ones. */
  readonly vault?: Pick<SecretStoreOptions, 'keyring' | 'cost'>;
};

export type OpenWorkbench = Workbench & {
  /** What is told without being asked; the handlers and events tell it as well. */
  readonly problems: ProblemLog;
  /** Takes over data files of this machine, which no page may name. */
  readonly tables: Pick<TableStore, 'addFile'>;
  /** Kept in a log of the data folder. */
  readonly faults: Faults;
  /** The folder people keep in git, absolute. */
  readonly workspace: string;
  readonly close: () => Promise<void>;
};

/** Makes the ports real and puts the core on them: the same for every host. */
export function openWorkbench(options: OpenOptions): Result<OpenWorkbench, Problem> {
  const data = ensureDirectory(dataDirectory(options.environment));
  if (!data.ok) return data;
  const workspace = resolve(options.workspace ?? join(data.value, 'workspace'));
  const sender = createUndiciSender();
  const problems = createProblemLog();
  const { tell } = problems;
  const history = createSqliteHistoryStore(data.value, { tell });
  const backups = createDailyBackup(historyPath(data.value), { clock: systemClock, tell });
  const audit = createSqliteAuditTrail(data.value, { clock: systemClock, who: currentUser() });
  const tables = createSqliteTableStore(data.value);
  const batches = createSqliteBatchStore(data.value);
  const runs = createSqliteRunStore(data.value);
  const sandbox = createSandboxServer({
    ledger: createSqliteSandboxLedger(data.value, {
      sandboxes,
      tools: { clock: systemClock, crypto: nodeCrypto },
      tell,
      name: options.sandboxName ?? 'sandbox',
    }),
    sandboxes,
    port: options.sandboxPort,
    anyOtherPort: options.anyOtherPort,
  });
  const environments = createYamlEnvironmentStore(workspace, data.value);
  const secrets = createSecretStore({
    folder: data.value,
    environment: options.environment,
    ...options.vault,
  });
  const workbench = createWorkbench(
    {
      clock: systemClock,
      calendar: systemCalendar,
      crypto: nodeCrypto,
      digests: nodeDigests,
      sender,
      environments,
      collections: createYamlCollectionStore(workspace, data.value),
      secrets,
      history: withBackups(history, backups.makeIfDue),
      audit,
      sandbox,
      tables,
      batches,
      csv: csvWriter,
      runs,
      tabs: createJsonTabStore(data.value),
      settings: createJsonSettingsStore(data.value),
      problems,
      desktop: options.desktop ?? null,
    },
    {
      version,
      runtime: runtimeName(),
      workspace: { name: basename(workspace), path: workspace },
      dataDirectory: data.value,
    },
  );
  const faults = createFaults({
    secrets: () => knownSecrets({ environments, secrets }),
    log: createFaultLog(data.value, systemClock),
    tell,
  });
  const close = async (): Promise<void> => {
    await workbench.end();
    await sandbox.close();
    await sender.close();
    await backups.close();
    history.close();
    audit.close();
    tables.close();
    batches.close();
    runs.close();
  };
  return ok({ ...workbench, problems, tables, faults, workspace, close });
}

function runtimeName(): string {
  const electron = process.versions['electron'];
  const node = `Node ${process.versions.node}`;
  return electron === undefined ? node : `Electron ${electron}, ${node}`;
}
