import {
  type AuditDamage,
  type AuditReport,
  type AuditTexts,
  canonicalAuditText,
  firstPreviousHash,
} from '../model/audit.ts';

/** A line as it is stored. */
export type StoredAuditLine = AuditTexts & { readonly hash: string };

/**
 * Walks the lines of an audit trail in the order of their numbers, one at a time, and tells the first damage.
 * `sha256` gives lower-case hexadecimal; `keptHead` is a hash that some line must have.
 */
export function checkAuditChain(
  lines: Iterable<StoredAuditLine>,
  keptHead: string | null,
  sha256: (text: string) => string,
): AuditReport {
  let report: AuditReport = {
    count: 0,
    firstTime: null,
    lastTime: null,
    head: firstPreviousHash,
    clockSetBack: null,
    damage: null,
  };
  let headFound = keptHead === null || keptHead === report.head;
  for (const line of lines) {
    report = afterLine(report, line, sha256);
    headFound ||= line.hash === keptHead;
  }
  if (report.damage !== null || headFound || keptHead === null) return report;
  return { ...report, damage: { kind: 'head-not-found', head: keptHead } };
}

function afterLine(
  before: AuditReport,
  line: StoredAuditLine,
  sha256: (text: string) => string,
): AuditReport {
  const count = before.count + 1;
  const setBack = before.lastTime !== null && line.time < before.lastTime;
  const { times, firstLine } = before.clockSetBack ?? { times: 0, firstLine: line.number };
  return {
    count,
    firstTime: before.firstTime ?? line.time,
    lastTime: line.time,
    head: line.hash,
    clockSetBack: setBack ? { times: times + 1, firstLine } : before.clockSetBack,
    damage: before.damage ?? damageOf(line, count, before.head, sha256),
  };
}

function damageOf(
  line: StoredAuditLine,
  expectedNumber: number,
  hashBefore: string,
  sha256: (text: string) => string,
): AuditDamage | null {
  if (line.hash !== sha256(canonicalAuditText(line))) return { kind: 'changed', line: line.number };
  if (line.number !== String(expectedNumber)) return { kind: 'missing', line: String(expectedNumber) };
  if (line.previousHash !== hashBefore) return { kind: 'wrong-link', line: line.number };
  return null;
}
