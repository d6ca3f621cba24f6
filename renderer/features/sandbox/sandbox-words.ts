import { formatDuration } from '../../../shared/model/duration.ts';
import type { Result } from '../../../shared/model/result.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { rulesOfKind, type SandboxClock, type SandboxControls } from '../../../shared/model/sandbox.ts';
import { formatCount } from '../words.ts';

/** Milliseconds: less than a second is no move that anybody made. */
const second = 1000;

/** `1h ahead`, `5m behind`, `stopped`; `null` where the clock is that of the machine. */
export function clockWords({ offset, stoppedAt }: SandboxClock): string | null {
  if (stoppedAt !== null) return 'stopped';
  const seconds = Math.round(offset / second);
  if (seconds === 0) return null;
  return `${formatDuration(Math.abs(seconds) * second)} ${seconds > 0 ? 'ahead' : 'behind'}`;
}

/** What makes the sandbox answer otherwise than it would of itself: `2 faults`, `1 pick`, `clock 1h ahead`. */
export function alteredWords({ clock, rules }: SandboxControls): readonly string[] {
  const moved = clockWords(clock);
  return [
    ...countOf(rulesOfKind(rules, 'fault').length, 'fault'),
    ...countOf(rulesOfKind(rules, 'pick').length, 'pick'),
    ...(moved === null ? [] : [`clock ${moved}`]),
  ];
}

/** For how many requests a rule holds: `the next request`, `the next 3 requests`, `every request until removed`. */
export function leftWords(left: number | null): string {
  if (left === null) return 'every request until removed';
  return left === 1 ? 'the next request' : `the next ${formatCount(left)} requests`;
}

/** Reads a time of day in UTC, `2026-01-31 09:05` or with seconds, as ISO 8601. */
export function parseMoment(text: string): Result<string, string> {
  const [, day, time, seconds = ':00'] =
    /^\s*(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(?:Z|UTC)?\s*$/.exec(text) ?? [];
  const iso = `${day}T${time}${seconds}Z`;
  // A day that no month has comes back as another one.
  const isDay =
    day !== undefined && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(day);
  return isDay ? ok(iso) : fail('Write it as in 2026-01-31 09:05:00, in UTC.');
}

function countOf(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? what : `${what}s`}`];
}
