import type { SandboxCheck, SandboxLogEntry } from '../../../shared/model/sandbox.ts';
import type { Confidence } from '../../../shared/model/source.ts';
import { oneLine } from './one-line.ts';

/** A request on one line, and below it each check that the sandbox made. */
export function formatLogEntry(entry: SandboxLogEntry): string {
  const { number, at, method, path, status, reason, confidence, how, fault, checks } = entry;
  const notes = [how === null ? '' : `asked for: ${how}`, fault === null ? '' : `fault: ${fault}`];
  const head = [
    String(number).padStart(5),
    at,
    `${method} ${path}`,
    status === null ? 'no answer' : String(status),
    `${reason}${doubt(confidence)}`,
    ...notes.filter(Boolean),
  ];
  return `${oneLine(head.join('  '))}\n${checks.map(formatCheck).join('')}`;
}

function formatCheck({ title, passed, why, source }: SandboxCheck): string {
  const mark = passed ? '✓' : '✗';
  const reason = why === null ? '' : `: ${why}`;
  return `         ${mark} ${oneLine(`${title}${reason}${doubt(source.confidence)}`)}\n`;
}

/** What is certain needs no word. */
function doubt(confidence: Confidence): string {
  return confidence === 'certain' ? '' : ` (${confidence})`;
}
