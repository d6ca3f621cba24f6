import { createSqliteAuditTrail } from '../../electron/adapters/sqlite-audit-trail.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { auditEvent } from './audit-events.ts';

// A program of its own: appends lines to the trail of a folder and says how many of its own stand, from 0 on.
const [folder = '', count = ''] = process.argv.slice(2);
const trail = createSqliteAuditTrail(folder, { clock: systemClock, who: `process ${process.pid}` });
process.stdout.write('0\n');
for (let number = 1; number <= Number(count); number += 1) {
  const appended = trail.append(auditEvent({ detail: `line ${number}` }));
  if (!appended.ok) throw new Error(appended.error.message);
  process.stdout.write(`${number}\n`);
}
trail.close();
