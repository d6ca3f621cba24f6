import { escapeXml } from '../../formats/xml.ts';
import type { RunResult, RunSummary } from '../../model/run.ts';
import { evidenceStyle } from '../evidence/evidence-style.ts';
import { showUnseen } from '../evidence/unseen-characters.ts';
import { type ChartData, chartOf, resultChart } from './run-chart.ts';
import type { ReportInput } from './run-report.ts';
import { countWords, failureSentences, resultTitle, resultWord, stateWords } from './run-words.ts';

/** Nothing may be loaded, whatever stands in the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** More rows than this make a page that no browser shows with ease; then only what failed is listed. */
const mostRows = 5000;

const style = `
main { max-width: 75rem; }
svg { display: block; height: auto; max-width: 100%; }
svg text { fill: currentcolor; font: 12px system-ui, sans-serif; }
.passed-mark { color: var(--accepted); fill: var(--accepted); }
.failed-mark { color: var(--refused); fill: var(--refused); }
.unknown-mark { color: var(--unknown); fill: var(--unknown); }
.unsent-mark { color: var(--pending); fill: var(--pending); }
.skipped-mark { color: var(--quiet); fill: var(--quiet); }
td p { margin: 0 0 4px; }
td:first-child { min-width: 0; }
td.number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
`;

/** One file that shows the run in any browser, prints, and needs nothing from anywhere: no script, no font, no picture. */
export async function* runHtml({ run, results }: ReportInput): AsyncGenerator<string> {
  const data = await chartOf(run, results());
  const title = `Run ${run.id}: ${run.collection.name}`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${attribute(title)}</title>
<style>${evidenceStyle}${style}</style>
</head>
<body>
<main>
<h1>${visible(title)}</h1>
<p><strong>${countWords(run.counts)}.</strong></p>
${facts(run)}
${chart(data)}
`;
  const isLong = run.counts.passed + run.counts.failed > mostRows;
  const note = isLong
    ? `<p>There are more than ${mostRows} results; only what did not pass is listed. The JSON report has all of them.</p>\n`
    : '';
  yield `<h2>${isLong ? 'What did not pass' : 'Results'}</h2>\n${note}<table>
<caption>Results</caption>
<thead><tr><th scope="col">#</th><th scope="col">Request</th><th scope="col">Result</th><th scope="col">Answer</th><th scope="col">Checks</th><th scope="col">Time</th></tr></thead>
<tbody>
`;
  for await (const result of results()) {
    if (!isLong || !result.passed) yield row(result, run);
  }
  yield '</tbody>\n</table>\n</main>\n</body>\n</html>\n';
}

function facts(run: RunSummary): string {
  const { plan, counts, table } = run;
  const pairs: readonly (readonly [string, string])[] = [
    ['Started', run.startedAt],
    ...(run.endedAt === null ? [] : [['Ended', run.endedAt] as const]),
    ['How it ended', stateWords[run.state]],
    ...(run.reason === null ? [] : [['Why', `${run.reason.message} ${run.reason.remedy}`] as const]),
    ['Environment', `${run.environment.name} (${run.environment.environmentClass})`],
    ...(plan.paths.length === 0 ? [] : [['Only', plan.paths.join(', ')] as const]),
    ...(table === null ? [] : [['Data file', `${table.name}, ${table.rows} rows`] as const]),
    ...(plan.shard === null ? [] : [['Part', `${plan.shard.index} of ${plan.shard.count}`] as const]),
    ['Checks', `${counts.checksPassed} passed, ${counts.checksFailed} failed`],
    ['Time of all requests', `${Math.round(run.duration)} ms`],
    ...run.remarks.map((remark) => ['Remark', remark] as const),
  ];
  const lines = pairs.map(([label, value]) => `<dt>${visible(label)}</dt><dd>${visible(value)}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}

function chart(data: ChartData): string {
  return `<figure>
<figcaption>What became of the requests, and how long they took</figcaption>
${resultChart(data)}
</figure>`;
}

function row(result: RunResult, run: RunSummary): string {
  const word = resultWord(result);
  const passed = result.checks.filter((check) => check.passed).length;
  const checks = result.checks.length === 0 ? '' : `${passed} of ${result.checks.length}`;
  const answer = [
    ...(result.status === null ? [] : [`HTTP ${result.status}`]),
    ...(result.exchangeId === null ? [] : [`history ${result.exchangeId}`]),
  ];
  const why = failureSentences(result).filter((sentence) => sentence !== result.headline);
  return `<tr><td class="number">${result.number}</td><td>${visible(resultTitle(result, run))}<br><code>${visible(result.path)}</code></td><td><strong class="${word.replace('not sent', 'unsent')}-mark">${word}</strong></td><td><p>${visible(result.headline)}</p>${why.map((sentence) => `<p>${visible(sentence)}</p>`).join('')}<code>${visible(answer.join(' · '))}</code></td><td class="number">${checks}</td><td class="number">${result.duration === null ? '' : `${Math.round(result.duration)} ms`}</td></tr>\n`;
}

/** Text that is nothing but text, with every unseen character shown by its name. */
function visible(text: string): string {
  return showUnseen(escapeXml(text), (name) => `<span class="unseen">${name}</span>`);
}

function attribute(text: string): string {
  return showUnseen(escapeXml(text), (name) => `(${name})`);
}
