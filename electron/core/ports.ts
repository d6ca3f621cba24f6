import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import type { BatchStore } from '../../shared/ports/batch-store.ts';
import type { Calendar } from '../../shared/ports/calendar.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { CollectionStore } from '../../shared/ports/collection-store.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { Digests } from '../../shared/ports/digests.ts';
import type { Desktop } from '../../shared/ports/desktop.ts';
import type { CsvWriter } from '../../shared/ports/csv-writer.ts';
import type { EnvironmentStore } from '../../shared/ports/environment-store.ts';
import type { HistoryStore } from '../../shared/ports/history-store.ts';
import type { ProblemLog } from '../../shared/ports/problem-log.ts';
import type { RunStore } from '../../shared/ports/run-store.ts';
import type { SandboxHost } from '../../shared/ports/sandbox-host.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import type { Sender } from '../../shared/ports/sender.ts';
import type { SettingsStore } from '../../shared/ports/settings-store.ts';
import type { TableStore } from '../../shared/ports/table-store.ts';
import type { TabStore } from '../../shared/ports/tab-store.ts';

/** Everything the core asks of the world. */
export type Ports = {
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly crypto: Crypto;
  readonly digests: Digests;
  readonly sender: Sender;
  readonly environments: EnvironmentStore;
  readonly collections: CollectionStore;
  readonly secrets: SecretStore;
  readonly history: HistoryStore;
  readonly audit: AuditTrail;
  readonly sandbox: SandboxHost;
  readonly tables: TableStore;
  readonly batches: BatchStore;
  readonly csv: CsvWriter;
  readonly runs: RunStore;
  readonly tabs: TabStore;
  readonly settings: SettingsStore;
  readonly problems: ProblemLog;
  /** `null` where the page is in a browser. */
  readonly desktop: Desktop | null;
};
