import type { EvidenceBundle, EvidenceExchange, EvidenceTimeline } from '../../model/evidence.ts';
import type { StepExchange } from '../../model/exchange.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { SignatureTrace } from '../../model/signature-trace.ts';
import type { Verdict } from '../../model/verdict.ts';
import { requestHead, responseHead } from './evidence-parts.ts';
import {
  atTime,
  classWords,
  describeFailedOutcome,
  describeRefund,
  describeRemoved,
  describeSource,
  describeTimings,
  unrecorded,
  verdictWords,
} from './evidence-words.ts';

/** A text in a table: prose, or something exact to be shown as code. */
export type Cell = string | { readonly code: string };

/** What a readable form of a bundle consists of, whatever it is written as. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      /** `3. ` before it where there are several. */
      readonly number: string;
      readonly headline: string;
      readonly rows: readonly (readonly [label: string, text: string])[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Cell])[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** An exact text. */
  | { readonly kind: 'code'; readonly label: string; readonly text: string };

export type EvidenceDocument = { readonly title: string; readonly blocks: readonly Block[] };

/** Longer texts are cut where people read; the data keeps them whole. */
const longestShown = 200_000;

/** A bundle for people: the verdict first, what to do, the timeline, then what went over the wire, then the hashes. */
export function evidenceDocument(bundle: EvidenceBundle, howToCheck: string): EvidenceDocument {
  const { exchanges, timeline } = bundle;
  const numbers = exchanges.map((_, index) => (exchanges.length === 1 ? '' : `${index + 1}. `));
  return {
    title: titleOf(bundle),
    blocks: [
      ...exchanges.map((exchange, index) => verdictBlock(exchange, numbers[index] ?? '')),
      ...timelineBlocks(timeline, new Set(exchanges.map(({ id }) => id))),
      ...exchanges.flatMap((exchange, index) => exchangeBlocks(exchange, numbers[index] ?? '')),
      ...hashBlocks(bundle, numbers),
      ...removedBlocks(bundle),
      { kind: 'heading', level: 2, text: 'About this evidence' },
      {
        kind: 'facts',
        rows: [
          ['Made', atTime(bundle.madeAt)],
          ['Made by', `Refund Workbench ${bundle.madeBy.workbench}, ${bundle.madeBy.runtime}`],
          ['Format', { code: bundle.format }],
          ['SHA-256 of all', { code: bundle.sha256 }],
        ],
      },
      { kind: 'text', text: howToCheck },
      {
        kind: 'text',
        text: 'Hashes show that nothing changed since the evidence was made. They do not show who made it.',
      },
    ],
  };
}

function titleOf({ exchanges }: EvidenceBundle): string {
  const [first] = exchanges;
  if (first === undefined) return 'Evidence';
  const about = `${first.api.title}: ${first.template?.title ?? first.operation.title}`;
  return exchanges.length === 1 ? `Evidence · ${about}` : `Evidence · ${exchanges.length} exchanges`;
}

function verdictBlock(exchange: EvidenceExchange, number: string): Block {
  const { explanation } = exchange;
  const verdict = explanation?.verdict ?? 'unknown';
  const { headline, meaning, remedy, resend } = explanation ?? unrecorded;
  return {
    kind: 'verdict',
    verdict,
    number,
    headline,
    rows: [
      ['What it means', meaning],
      ['What to do', remedy],
      ['Send again?', resend],
    ],
  };
}

function timelineBlocks(
  { transactions, events }: EvidenceTimeline,
  inBundle: ReadonlySet<string>,
): readonly Block[] {
  if (events.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Timeline' },
    {
      kind: 'text',
      text: `Everything this workbench sent about ${transactions.join(', ') || 'this'}, oldest first.`,
    },
    {
      kind: 'table',
      label: 'Timeline',
      head: ['Time', 'History', 'What', 'Environment', 'Answer', 'Refunds'],
      rows: events.map(({ startedAt, exchangeId, title, environment, status, headline, refunds }) => [
        `${startedAt.slice(0, 19).replace('T', ' ')} UTC`,
        inBundle.has(exchangeId) ? `${exchangeId}, in this evidence` : exchangeId,
        title,
        `${environment.name} (${classWords[environment.environmentClass]})`,
        `${headline}${status === null ? '' : ` (HTTP ${status})`}`,
        refunds.map(describeRefund).join('; '),
      ]),
    },
  ];
}

function exchangeBlocks(exchange: EvidenceExchange, number: string): readonly Block[] {
  const { operation, template, main } = exchange;
  const title = `${number}${template?.title ?? operation.title}`;
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'facts', rows: factRows(exchange) },
    ...catalogBlocks(exchange),
    ...exchange.login.flatMap((step, index) => stepBlocks(step, `Login ${index + 1}: ${step.title}`)),
    ...(main === null
      ? [{ kind: 'text', text: 'The request itself was never sent, because the login failed.' } as const]
      : stepBlocks(main, 'Request')),
    ...(exchange.openedBody === null ? [] : [code('Answer, decrypted', exchange.openedBody)]),
    ...traceBlocks(exchange.trace),
  ];
}

function factRows(exchange: EvidenceExchange): readonly (readonly [string, Cell])[] {
  const { api, operation, template, environment, madeWith, annotation, explanation } = exchange;
  const version = madeWith.template === null ? '' : `, version ${madeWith.template}`;
  const rows: readonly (readonly [string, Cell])[] = [
    ['API', api.title],
    ['Operation', operation.title],
    ['Template', template === null ? '' : `${template.title}${version}`],
    ['Environment', `${environment.name} (${classWords[environment.environmentClass]})`],
    ['Sent', atTime(exchange.startedAt)],
    ['Sent with', madeWith.workbench === null ? '' : `Refund Workbench ${madeWith.workbench}`],
    ['Number in the history', exchange.id],
    ...exchange.refunds.map((refund) => ['Refund', describeRefund(refund)] as const),
    ...(explanation?.identifiers ?? []).map(([name, value]) => [name, { code: value }] as const),
    ...(explanation?.items ?? []).map(
      ({ kind, asked, verdict, detail, refundId }) =>
        ['Item', [kind, asked, verdictWords[verdict], detail, refundId].filter(Boolean).join(' · ')] as const,
    ),
    ...(explanation?.notes ?? []).map((note) => ['Remark', note] as const),
    ...exchange.warnings.map((warning) => ['Told before the send', warning] as const),
    ...exchange.generated.map(([name, value]) => [`Generated: ${name}`, { code: value }] as const),
    ['Ticket', annotation.ticket],
    ['Tags', annotation.tags.join(', ')],
    ['Note', annotation.note],
  ];
  return rows.filter(([, value]) => value !== '');
}

function catalogBlocks({ catalog, explanation }: EvidenceExchange): readonly Block[] {
  if (catalog.length === 0) return [];
  const equallyGood = explanation?.equallyGood ?? 0;
  return [
    { kind: 'heading', level: 3, text: 'What the documents say of this answer' },
    ...(equallyGood < 2
      ? []
      : [
          {
            kind: 'text',
            text: `The first ${equallyGood} entries fit equally well; the answer alone cannot tell them apart.`,
          } as const,
        ]),
    {
      kind: 'table',
      label: 'Entries of the error catalog',
      head: ['Entry', 'Meaning', 'What to do', 'Source'],
      rows: catalog.map(({ fit, code: number, message, title, meaning, remedy, resend, source }) => [
        `${[number, message ?? title].filter(Boolean).join(' · ')}${fit === 'fits' ? '' : ' (only comes near)'}`,
        meaning,
        `${remedy} ${resend}`,
        describeSource(source),
      ]),
    },
  ];
}

function stepBlocks({ request, outcome }: StepExchange, title: string): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: title },
    code('Request: method, URL and headers', requestHead(request)),
    ...(request.body === null ? [] : [code('Request: body', request.body)]),
    ...outcomeBlocks(outcome, title === 'Request' ? 'Response' : `${title}, response`),
  ];
}

function outcomeBlocks(outcome: Outcome | null, title: string): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 3, text: title };
  if (outcome === null) return [heading, { kind: 'text', text: unrecorded.meaning }];
  const timings: Block = { kind: 'facts', rows: describeTimings(outcome.timings) };
  if (outcome.kind !== 'response')
    return [heading, { kind: 'text', text: describeFailedOutcome(outcome) }, timings];
  const { body } = outcome;
  const what = body.base64 === null ? 'Response: body' : 'Response: body, its bytes in base64';
  return [
    heading,
    code('Response: status and headers', responseHead(outcome)),
    code(what, body.base64 ?? body.text),
    ...(body.truncated
      ? [
          {
            kind: 'text',
            text: 'The body was longer than the workbench reads; the rest is missing.',
          } as const,
        ]
      : []),
    timings,
  ];
}

function traceBlocks(trace: SignatureTrace | null): readonly Block[] {
  if (trace === null) return [];
  return [
    { kind: 'heading', level: 3, text: 'Signature' },
    {
      kind: 'facts',
      rows: [
        ['Algorithm', trace.algorithm],
        ['Hashed text, secrets as dots', { code: trace.base }],
        ['Result', { code: trace.result }],
        ['Placed', trace.placed],
      ],
    },
  ];
}

function hashBlocks({ exchanges }: EvidenceBundle, numbers: readonly string[]): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Hashes' },
    {
      kind: 'text',
      text: 'SHA-256 of each part as it stands in this evidence. Where something was taken out, what went over the wire has another hash.',
    },
    {
      kind: 'table',
      label: 'Hashes',
      head: ['Part', 'Bytes', 'SHA-256', 'Of'],
      rows: exchanges.flatMap(({ parts }, index) =>
        parts.map(({ name, bytes, sha256, redacted }) => [
          `${numbers[index] ?? ''}${name}`,
          String(bytes),
          { code: sha256 },
          redacted ? 'the text with something taken out' : 'the text as it was kept',
        ]),
      ),
    },
  ];
}

function removedBlocks({ removed }: EvidenceBundle): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'What was taken out' },
    ...describeRemoved(removed).map((text) => ({ kind: 'text', text }) as const),
  ];
}

function code(label: string, text: string): Block {
  if (text.length <= longestShown) return { kind: 'code', label, text };
  const shown = text.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, '');
  return {
    kind: 'code',
    label: `${label} (the first ${shown.length} of ${text.length} characters)`,
    text: shown,
  };
}
