import type { AnySandbox } from '../../../shared/definition/sandbox-definition.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { SandboxChange, SandboxControls, SandboxRule } from '../../../shared/model/sandbox.ts';

/** Why a sandbox cannot have a rule: there is no such API, or no such documented answer; `null` where it can. */
export function refuseRule(
  { api, does }: Pick<SandboxRule, 'api' | 'does'>,
  sandboxes: ReadonlyMap<string, AnySandbox>,
): Problem | null {
  if (api !== null && !sandboxes.has(api)) return noSuchApi(api, sandboxes);
  if (does.kind === 'fault') return null;
  const isKnown = api !== null && sandboxes.get(api)?.scenarios.some(({ id }) => id === does.entry) === true;
  return isKnown
    ? null
    : {
        code: 'unknown-entry',
        message: `There is no scenario ${does.entry}${api === null ? ' without an API' : ` of ${api}`}.`,
        remedy: 'The command "sandbox scenarios" lists those of an API.',
      };
}

/** That there is no API of an id. */
export function noSuchApi(api: string, sandboxes: ReadonlyMap<string, AnySandbox>): Problem {
  return {
    code: 'unknown-api',
    message: `There is no API ${api}.`,
    remedy: `Choose one of ${[...sandboxes.keys()].join(', ')}.`,
  };
}

/** So many rules no tester keeps track of. */
const mostRules = 1_000;

/** Why a change cannot be made as the sandbox is set; `null` where it can. */
export function refuseChange(
  change: SandboxChange,
  { rules }: SandboxControls,
  sandboxes: ReadonlyMap<string, AnySandbox>,
): Problem | null {
  switch (change.kind) {
    case 'reset':
      return change.api === null || sandboxes.has(change.api) ? null : noSuchApi(change.api, sandboxes);
    case 'add-rule':
      return rules.length < mostRules ? refuseRule(change.rule, sandboxes) : tooManyRules;
    case 'remove-rule':
      return change.id === null || rules.some(({ id }) => id === change.id) ? null : noSuchRule(change.id);
    default:
      return null;
  }
}

/** Whether a time, in milliseconds since 1970, lies from 1970 to 9999, which every format can write. */
export function isWritableTime(milliseconds: number): boolean {
  return milliseconds >= 0 && milliseconds < Date.UTC(10_000, 0);
}

/** That a clock was moved out of the calendar. */
export const tooFar: Problem = {
  code: 'bad-input',
  message: 'The clock of the sandbox cannot be moved before 1970 or after 9999.',
  remedy: 'Choose another time; the clock is as it was.',
};

const tooManyRules: Problem = {
  code: 'bad-input',
  message: `The sandbox has ${mostRules} faults and picks already.`,
  remedy: 'Remove some first.',
};

function noSuchRule(id: string): Problem {
  return {
    code: 'bad-input',
    message: `The sandbox has no rule ${id}.`,
    remedy: 'Look at its state for those that are still there; one that is used up goes by itself.',
  };
}

/** That no refund of an id waits for its end; `null` for an API where none ever does. */
export function nothingWaits(id: string | null): Problem {
  return {
    code: 'bad-input',
    message: id === null ? 'This API ends refunds at once.' : `No refund ${id} waits for its end.`,
    remedy: 'Look at the state of the sandbox for what waits.',
  };
}
