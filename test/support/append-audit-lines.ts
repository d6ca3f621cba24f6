import { createSqliteAuditTrail } from '../../electron/adapters/sqlite-audit-trail.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { auditEvent } from './audit-events.ts';

// A program of its own: appends lines to the trail of a folder and says the number of each once it stands.
const [folder = '', count = ''] = process.argv.slice(2);
const trail = createSqliteAuditTrail(folder, { clock: systemClock, who: `process ${process.pid}` });
for (let number = 1; number <= Number(count); number += 1) {
  const appended = trail.append(auditEvent({ detail: `line ${number}` }));
  if (!appended.ok) throw new Error(appended.error.message);
  process.stdout.write(`${number}\n`);
}
trail.close();
