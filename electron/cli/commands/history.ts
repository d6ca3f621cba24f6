import type { Problem } from '../../../shared/model/problem.ts';
import type { CliContext } from '../context.ts';
import { didYouMean } from '../closest.ts';
import { exitCodes } from '../exit-codes.ts';
import { reportProblems } from '../reporters/problems.ts';
import { compareExchanges, compareUsage } from './history/compare-exchanges.ts';
import { copyCurl } from './history/copy-curl.ts';
import { decide } from './history/decide.ts';
import { exportEvidence, exportUsage } from './history/export-evidence.ts';
import { type HistoryVerb, runVerb } from './history/history-verb.ts';
import { keepNote } from './history/keep-note.ts';
import { listHistory } from './history/list-history.ts';
import { listUnresolved } from './history/list-unresolved.ts';
import { describeHistory, setRetention } from './history/retention.ts';
import { showExchange } from './history/show-exchange.ts';
import { showTimeline } from './history/show-timeline.ts';

const verbs: Readonly<Record<string, HistoryVerb>> = {
  list: listHistory,
  show: showExchange,
  timeline: showTimeline,
  note: keepNote,
  curl: copyCurl,
  unresolved: listUnresolved,
  decide,
  info: describeHistory,
  retention: setRetention,
};

/** Verbs with exit codes of their own. */
const others: Readonly<Record<string, (args: readonly string[], context: CliContext) => Promise<number>>> = {
  compare: compareExchanges,
  export: exportEvidence,
};

export const historyUsage = [
  ...Object.values(verbs).map(({ usage }) => usage),
  compareUsage,
  exportUsage,
  '    QUERY: api:payu verdict:refused 214 after:2026-11-01 amount:10..50 "invalid hash"',
].join('\n  ');

/** Shows what was sent, as a list, whole or as a timeline; keeps notes and decisions; hands it on. */
export async function history(args: readonly string[], context: CliContext): Promise<number> {
  // `--json` may stand in front of the verb, too.
  const name = args.find((word) => word !== '--json') ?? '';
  const rest = args.toSpliced(args.indexOf(name), 1);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return runVerb(verb, rest, context);
  const other = Object.hasOwn(others, name) ? others[name] : undefined;
  if (other !== undefined) return other(rest, context);
  reportProblems(context, [unknownVerb(name)], args.includes('--json'));
  return exitCodes.wrongUse;
}

function unknownVerb(name: string): Problem {
  const names = [...Object.keys(verbs), ...Object.keys(others)];
  return {
    code: 'bad-input',
    message:
      name === '' || name.startsWith('-')
        ? 'Say what to do with the history.'
        : `The history has no verb "${name}".${didYouMean(name, names)}`,
    remedy: `Use one of: ${names.join(', ')}.`,
  };
}
