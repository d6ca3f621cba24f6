import { longestMove } from '../../../../shared/contract/sandbox-schemas.ts';
import { plainClock } from '../../../../shared/engine/sandbox/plain-controls.ts';
import { parseDuration } from '../../../../shared/model/duration.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { ClockChange } from '../../../../shared/model/sandbox.ts';
import { didYouMean } from '../../closest.ts';
import { formatClock } from '../../reporters/sandbox-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';
import { changeState, readState } from './read-state.ts';
import { wrongWords } from './wrong-words.ts';

/** Shows the clock of the sandbox, after moving, stopping or starting it where that is asked for. */
export const moveClock: Verb = {
  usage: 'sandbox clock [advance 5m | back 5m | set 2026-01-31T12:00 | stop | run | reset] [--json]',
  options: portOption,
  words: { min: 0, max: 3 },
  run: async ({ workbench: { handlers }, args, json }) => {
    const change = readChange(args.positionals);
    if (!change.ok) return change;
    const state =
      change.value === null
        ? await readState(handlers)
        : await changeState(handlers, { kind: 'clock', change: change.value });
    if (!state.ok) return state;
    return ok(json ? `${JSON.stringify(plainClock(state.value))}\n` : formatClock(state.value));
  },
};

const names = ['advance', 'back', 'set', 'stop', 'run', 'reset'];

/** `null` where nothing is asked for. */
function readChange(words: readonly string[]): Result<ClockChange | null, Problem> {
  const [name, value, ...rest] = words;
  const given = [value, ...rest].filter((word) => word !== undefined).join(' ');
  switch (name) {
    case undefined:
      return ok(null);
    case 'stop':
    case 'run':
    case 'reset':
      return given === '' ? ok({ kind: name }) : wrongWords(`"${given}" is too much.`, moveClock.usage);
    case 'advance':
    case 'back':
      return readMove(given, name === 'back' ? -1 : 1);
    case 'set':
      return readTime(given);
    default:
      return wrongWords(`A clock has no "${name}".${didYouMean(name, names)}`, moveClock.usage);
  }
}

function readMove(text: string, direction: 1 | -1): Result<ClockChange, Problem> {
  const duration = parseDuration(text);
  if (!duration.ok) return wrongWords(`${duration.error}.`, moveClock.usage);
  if (duration.value > longestMove) return wrongWords(`"${text}" is more than ten years.`, moveClock.usage);
  return ok({ kind: 'advance', milliseconds: direction * duration.value });
}

/** A day, or a day and a time; without a zone it is UTC, as everything the sandbox shows. */
function readTime(text: string): Result<ClockChange, Problem> {
  const [, day = '', time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  const moment = Date.parse(`${day}T${time}${zone}`);
  // The parser takes the 31st of a shorter month for a day of the next one.
  if (Number.isNaN(moment) || !isDay(day)) {
    return fail({
      code: 'bad-input',
      message: `"${text}" is no time.`,
      remedy:
        'Write it as 2026-01-31, 2026-01-31T12:00 or 2026-01-31T12:00:00+05:30; without a zone it is UTC.',
    });
  }
  return ok({ kind: 'set', to: new Date(moment).toISOString() });
}

function isDay(text: string): boolean {
  return new Date(`${text}T00:00Z`).toISOString().startsWith(text);
}
