import { callsOf, chooseVerb, usageOf, type Verb, type VerbCall } from '../verb.ts';
import { compareExchanges, compareUsage } from './history/compare-exchanges.ts';
import { copyCurl } from './history/copy-curl.ts';
import { decide } from './history/decide.ts';
import { exportEvidence, exportUsage } from './history/export-evidence.ts';
import { keepNote } from './history/keep-note.ts';
import { listHistory } from './history/list-history.ts';
import { listUnresolved } from './history/list-unresolved.ts';
import { describeHistory, setRetention } from './history/retention.ts';
import { showExchange } from './history/show-exchange.ts';
import { showTimeline } from './history/show-timeline.ts';

const verbs: Readonly<Record<string, Verb>> = {
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

export const historyUsage = [
  usageOf(verbs),
  compareUsage,
  exportUsage,
  '    QUERY: api:payu verdict:refused 214 after:2026-11-01 amount:10..50 "invalid hash"',
].join('\n  ');

const calls = { ...callsOf(verbs), compare: compareExchanges, export: exportEvidence };

/** Shows what was sent, as a list, whole or as a timeline; keeps notes and decisions; hands it on. */
export const history: VerbCall = (args, context) =>
  chooseVerb(
    calls,
    {
      none: 'Say what to do with the history.',
      unknown: (name) => `The history has no verb "${name}".`,
    },
    args,
    context,
  );
