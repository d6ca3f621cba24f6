import type { AuditLine, AuditReport } from '../../../shared/model/audit.ts';

/** What a walk over the audit trail found, for people; damage is a problem of its own. */
export function formatAuditReport({
  count,
  firstTime,
  lastTime,
  head,
  clockSetBack,
  damage,
}: AuditReport): string {
  const lines = `${count} ${count === 1 ? 'line' : 'lines'}`;
  const span = count === 0 ? 'no lines yet' : `${lines}, from ${firstTime} to ${lastTime}`;
  return [
    `The audit trail has ${span}.\n`,
    clockSetBack === null
      ? ''
      : `Note: the clock was set back, first before line ${clockSetBack.firstLine}.\n`,
    damage === null
      ? `It is unbroken. Its head is\n${head}\nKeep it elsewhere: audit verify --head with it tells later whether lines were cut off.\n`
      : '',
  ].join('');
}

/** A line of the audit trail on one line, for people; without hashes and fingerprints. */
export function formatAuditLine(line: AuditLine): string {
  const { number, time, who, what, environment, api, exchangeId, verdict, detail } = line;
  const parts = [
    String(number).padStart(6),
    time,
    who,
    what,
    environment === null ? '' : `${environment.name} (${environment.environmentClass})`,
    api,
    exchangeId === null ? '' : `exchange ${exchangeId}`,
    verdict,
    detail,
  ];
  // A name may hold anything; none may break the line or move the cursor of a terminal.
  return `${parts
    .filter(Boolean)
    .join('  ')
    .replaceAll(/\p{Cc}+/gu, ' ')}\n`;
}
