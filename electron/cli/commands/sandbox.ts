import { callsOf, chooseVerb, usageOf, type Verb, type VerbCall } from '../verb.ts';
import { listScenarios } from './sandbox/list-scenarios.ts';
import { moveClock } from './sandbox/move-clock.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import { pickAnswer } from './sandbox/pick-answer.ts';
import { resetSandbox } from './sandbox/reset-sandbox.ts';
import { runSandbox, runUsage } from './sandbox/run-sandbox.ts';
import { settleRefunds } from './sandbox/settle-refunds.ts';
import { setFault } from './sandbox/set-fault.ts';
import { setSettling } from './sandbox/set-settling.ts';
import { showLog } from './sandbox/show-log.ts';
import { showState } from './sandbox/show-state.ts';
import { takeSnapshot } from './sandbox/take-snapshot.ts';

const verbs: Readonly<Record<string, Verb>> = {
  state: showState,
  log: showLog,
  reset: resetSandbox,
  clock: moveClock,
  fault: setFault,
  pick: pickAnswer,
  settle: settleRefunds,
  settling: setSettling,
  snapshot: takeSnapshot,
  scenarios: listScenarios,
};

export const sandboxUsage = [
  runUsage,
  usageOf(verbs),
  '    Each takes --port N for the sandbox of that port; without, it is the one of the window and of send.',
].join('\n  ');

const calls = callsOf(verbs, openSandbox);

/** Runs the sandbox, or with a verb shows or sets it, whether it runs or not. */
export const sandbox: VerbCall = (args, context) => {
  const verb = args.findIndex((word, index) => !word.startsWith('-') && args[index - 1] !== '--port');
  if (verb === -1) return runSandbox(args, context);
  return chooseVerb(
    calls,
    { none: 'Say what to do with the sandbox.', unknown: (name) => `There is no "sandbox ${name}".` },
    [args[verb] ?? '', ...args.toSpliced(verb, 1)],
    context,
  );
};
