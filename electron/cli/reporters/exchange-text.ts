import type { Preview } from '../../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import type { SignatureTrace } from '../../../shared/model/signature-trace.ts';
import { formatProblem } from './problems.ts';

/** An exchange for people: what went out, what came back, what it means. */
export function formatExchange(api: ApiDefinition, exchange: Exchange): string {
  const step = exchange.main ?? exchange.login.at(-1) ?? null;
  const { explanation } = exchange;
  return [
    step === null ? '' : `${step.request.method} ${step.request.url}\n`,
    step?.outcome === undefined || step.outcome === null ? '' : `${formatOutcome(step.outcome)}\n`,
    ...exchange.warnings.map((warning) => `Note: ${formatProblem(warning)}`),
    '\n',
    explanation === null
      ? 'Outcome unknown: the answer was never recorded.\n'
      : formatExplanation(api, explanation),
    ...exchange.generated.map(([name, text]) => row('Generated', `${name} = ${text}`)),
    row('History', exchange.id),
  ].join('');
}

/** An explanation for people. */
export function formatExplanation(api: ApiDefinition, explanation: Explanation): string {
  const { headline, meaning, remedy, resend, items, identifiers, notes } = explanation;
  return [
    `${headline}\n`,
    row('', meaning),
    row('What to do', remedy),
    row('Send again?', resend),
    ...items.map(({ kind, asked, verdict, detail, refundId }) =>
      row('Item', [kind, asked, verdict, detail, refundId].filter(Boolean).join(' · ')),
    ),
    ...identifiers.map(([name, value]) => row(name, value)),
    ...notes.map((note) => row('Note', note)),
    ...explanation.entries.slice(0, 3).map((id) => row('Catalog', formatEntry(api, id))),
    ...explanation.nearest.map((id) => row('Nearest', formatEntry(api, id))),
  ].join('');
}

/** A dry run for people: the requests as they would be sent, and how the signature comes about. */
export function formatPreview(preview: Preview): string {
  return [
    'Dry run: nothing was sent.\n',
    ...preview.login.map(({ title, request }) => `\n${title}\n${formatRequest(request)}`),
    preview.request === null ? '' : `\n${formatRequest(preview.request)}`,
    preview.trace === null ? '' : `\n${formatTrace(preview.trace)}`,
    ...(preview.effect === null ? [] : ['\nWhat this will do\n', ...effectLines(preview)]),
    ...formatGenerated(preview),
    ...preview.warnings.map((warning) => `Note: ${formatProblem(warning)}`),
  ].join('');
}

/** A send makes other ones. */
function formatGenerated({ generated }: Preview): readonly string[] {
  if (generated.length === 0) return [];
  return [
    '\nMade anew for every send, here for example\n',
    ...generated.map(([name, text]) => row(name, text)),
  ];
}

function formatRequest({ method, url, headers, body }: RequestParts): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\n`).join('');
  return `${method} ${url}\n${lines}${body === null ? '' : `\n${body.trimEnd()}\n`}`;
}

function formatTrace(trace: SignatureTrace): string {
  return [
    `Signature · ${trace.algorithm}\n`,
    ...trace.pieces.map(({ name, from, text }) => row(name, `${text}  (${from})`)),
    row('Hashed text', `${trace.base}  (${trace.baseBytes} bytes)`),
    row('Result', `${trace.result}  (${trace.placed})`),
  ].join('');
}

function effectLines({ effect }: Preview): readonly string[] {
  return [
    ...(effect?.sentences ?? []).map((sentence) => row('', sentence)),
    ...(effect?.cautions ?? []).map((caution) => row('Caution', caution)),
  ];
}

function formatOutcome(outcome: Outcome): string {
  const total = `${Math.round(outcome.timings.total)} ms`;
  if (outcome.kind === 'response') {
    return `HTTP ${outcome.status} ${outcome.statusText}`.trimEnd() + ` · ${total} · ${outcome.body.bytes} B`;
  }
  return `No answer · ${outcome.code} while in phase "${outcome.phase}" · ${total}`;
}

function formatEntry(api: ApiDefinition, id: string): string {
  const entry = api.catalog.find((candidate) => candidate.id === id);
  if (entry === undefined) return id;
  const words = [entry.code, entry.message ?? entry.title].filter(Boolean).join(' ');
  return `${words}  (${entry.source.title}, ${entry.source.confidence})`;
}

/** One indented line: what it is, and its text. */
export function row(label: string, text: string): string {
  return `  ${label.padEnd(13)} ${text}\n`;
}
