import type { Answer, Reading } from '../definition/answer.ts';
import type { ApiDefinition } from '../definition/api-definition.ts';
import { parseBody } from '../formats/body.ts';
import { type Explanation, type ItemExplanation, nothingRead } from '../model/explanation.ts';
import { type HeaderList, headerValue } from '../model/headers.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ParsedBody } from '../model/parsed-body.ts';
import type { RequestParts } from '../model/request-parts.ts';
import type { Verdict } from '../model/verdict.ts';
import { describeFailure } from './describe-failure.ts';
import {
  type CatalogMatch,
  matchByStatus,
  matchCatalog,
  nearestEntries,
  searchCatalog,
} from './match-catalog.ts';
import { resendSentences } from './resend-sentences.ts';

/** What was asked: needed to tie an answer to it. Each may be `null` for an answer pasted without it. */
export type AskedFor = {
  readonly operation: string | null;
  readonly request: RequestParts | null;
};

const words: Record<Verdict, string> = {
  accepted: 'Accepted',
  pending: 'Accepted, not final',
  refused: 'Refused',
  unknown: 'Unknown',
};

/** Explains what became of a request. Reads the body by what it is; the HTTP status alone never decides. */
export function explainOutcome(api: ApiDefinition, outcome: Outcome, asked: AskedFor): Explanation {
  if (outcome.kind === 'transport-failure') return explainFailure(api, outcome, asked);
  const body: ParsedBody = outcome.body.truncated ? { kind: 'text' } : parseBody(outcome.body.text);
  const answer = { status: outcome.status, headers: outcome.headers, text: outcome.body.text };
  const explanation = explainBody(api, body, answer, asked);
  return outcome.body.truncated
    ? {
        ...explanation,
        notes: ['The answer is longer than the limit; only its beginning was read.', ...explanation.notes],
      }
    : explanation;
}

/** Explains an answer that somebody pasted: a body, or a whole HTTP response with its status line. */
export function explainText(api: ApiDefinition, text: string, status: number | null): Explanation {
  const pasted = splitPasted(text);
  const answer = { status: status ?? pasted.status, headers: pasted.headers };
  const asked: AskedFor = { operation: null, request: null };
  const whole = parseBody(pasted.body);
  const inner = whole.kind === 'json' || whole.kind === 'xml' ? null : innermostBody(pasted.body);
  const body = inner ?? pasted.body;
  return explainBody(api, inner === null ? whole : parseBody(inner), { ...answer, text: body }, asked);
}

type AnswerText = { readonly status: number | null; readonly headers: HeaderList; readonly text: string };

function explainBody(api: ApiDefinition, body: ParsedBody, answer: AnswerText, asked: AskedFor): Explanation {
  if (body.kind !== 'json' && body.kind !== 'xml') return explainUnreadable(api, body, answer, asked);
  const full: Answer = { status: answer.status, headers: answer.headers, body, ...asked };
  const reading = api.readAnswer(full);
  const match = matchCatalog(api.catalog, reading.findings, answer.status);
  const notes = [...(reading.notes ?? []), ...contentTypeNotes(answer.headers, body.kind)];
  return fromReading(api, { ...reading, notes }, match, answer, asked);
}

function fromReading(
  api: ApiDefinition,
  reading: Reading,
  match: CatalogMatch,
  answer: AnswerText,
  asked: AskedFor,
): Explanation {
  const [entry] = match.entries;
  const verdict = reading.catalogDecides ? (verdictOf(match) ?? reading.verdict) : reading.verdict;
  const items: readonly ItemExplanation[] = reading.items ?? [];
  const said = reading.findings
    .map(({ code, message }) => [code, message].filter(Boolean).join(' '))
    .join('; ');
  const ambiguous =
    match.equallyGood > 1 ? [`${match.equallyGood} documented answers fit equally well.`] : [];
  return {
    verdict,
    headline: `${words[verdict]}: ${reading.summary ?? entry?.title ?? (said === '' ? 'this answer is not documented' : `${said} (not documented)`)}`,
    meaning: entry?.meaning ?? `None of the documented answers of ${api.title} fits this one.`,
    remedy: entry?.remedy ?? unknownRemedy(api, asked),
    resend: resendSentence(api, verdict, match, items),
    codes: reading.findings.flatMap(({ code }) => code ?? []),
    entries: match.entries.map(({ id }) => id),
    equallyGood: match.equallyGood,
    nearest:
      match.entries.length > 0
        ? []
        : nearestEntries(api.catalog, answer.text, answer.status).map(({ id }) => id),
    items,
    identifiers: reading.identifiers ?? [],
    notes: [...ambiguous, ...(reading.notes ?? [])],
  };
}

/** Entries that fit equally well and disagree prove nothing. */
function verdictOf({ entries, equallyGood }: CatalogMatch): Verdict | null {
  const verdicts = new Set(entries.slice(0, equallyGood).map((entry) => entry.verdict));
  const [only] = verdicts;
  return verdicts.size > 1 ? 'unknown' : (only ?? null);
}

function resendSentence(
  api: ApiDefinition,
  verdict: Verdict,
  { entries, equallyGood }: CatalogMatch,
  items: readonly ItemExplanation[],
): string {
  const done = items.some((item) => item.verdict === 'accepted' || item.verdict === 'pending');
  if (done && verdict !== 'accepted') {
    return 'Do not send the batch again: part of it is done. Send only the refused items, once they are mended.';
  }
  // What is not proven is never called safe to repeat, whatever entry comes nearest.
  if (verdict === 'unknown') return resendSentences[api.unknownAdvice.resend];
  const [entry] = entries;
  const advice = new Set(entries.slice(0, equallyGood).map(({ resend }) => resend));
  // Entries that fit equally well and advise differently: the careful advice covers all of them.
  if (advice.size > 1) return resendSentences[verdict === 'refused' ? 'after-status' : 'not-needed'];
  if (entry !== undefined) return resendSentences[entry.resend];
  return resendSentences[verdict === 'refused' ? 'after-fix' : 'not-needed'];
}

function explainUnreadable(
  api: ApiDefinition,
  body: Exclude<ParsedBody, { kind: 'json' | 'xml' }>,
  answer: AnswerText,
  asked: AskedFor,
): Explanation {
  const found = searchCatalog(api.catalog, answer.text);
  const match = found.entries.length > 0 ? found : matchByStatus(api.catalog, answer.status);
  const [entry] = match.entries;
  const likeness =
    entry === undefined
      ? ''
      : found.entries.length > 0
        ? ` It holds the words of a documented answer: ${entry.title}.`
        : ` With this status the document lists: ${entry.title}; it prints no body to compare with.`;
  return {
    ...nothingRead,
    verdict: 'unknown',
    headline: `Unknown: ${unreadableHeadline(body)}`,
    meaning: `${unreadableMeaning(body)}${likeness}`,
    remedy: unknownRemedy(api, asked),
    resend: resendSentences[api.unknownAdvice.resend],
    entries: match.entries.map(({ id }) => id),
    equallyGood: match.equallyGood,
  };
}

function unreadableHeadline(body: Exclude<ParsedBody, { kind: 'json' | 'xml' }>): string {
  switch (body.kind) {
    case 'malformed': {
      const { line, column } = body.problem;
      return `the answer is not well-formed ${body.format.toUpperCase()} (line ${line}, column ${column})`;
    }
    case 'html':
      return 'a web page came back instead of an answer';
    case 'text':
      return 'the answer is plain text';
    case 'empty':
      return 'the answer is empty';
  }
}

function unreadableMeaning(body: Exclude<ParsedBody, { kind: 'json' | 'xml' }>): string {
  switch (body.kind) {
    case 'malformed':
      return `At line ${body.problem.line}, column ${body.problem.column}: ${body.problem.message}. It is shown as it came and was not repaired, so it proves nothing about the refund.`;
    case 'html':
      return 'A proxy, a login page or a wrong address often answers so. It does not say whether the refund happened.';
    case 'text':
      return 'It is neither JSON nor XML, so it proves nothing about the refund.';
    case 'empty':
      return 'The provider sent a status but no body, and the status alone does not say whether the refund happened.';
  }
}

function explainFailure(
  api: ApiDefinition,
  failure: Extract<Outcome, { kind: 'transport-failure' }>,
  asked: AskedFor,
): Explanation {
  const { what, remedy } = describeFailure(failure);
  if (!failure.requestLeft) {
    return {
      ...nothingRead,
      verdict: 'unknown',
      headline: `Not sent: ${what}`,
      meaning: 'No byte of the request left this machine, so nothing can have happened at the provider.',
      remedy: remedy === '' ? 'Send it when you are ready.' : remedy,
      resend: 'Sending it again is safe.',
    };
  }
  return {
    ...nothingRead,
    verdict: 'unknown',
    headline: `Outcome unknown: ${what}`,
    meaning:
      'The request was on its way, and no complete answer came back. The refund may or may not have happened.',
    remedy: [remedy, unknownRemedy(api, asked)].filter((part) => part !== '').join(' '),
    resend: movesMoney(api, asked) ? resendSentences[api.unknownAdvice.resend] : 'Sending it again is safe.',
  };
}

function unknownRemedy(api: ApiDefinition, asked: AskedFor): string {
  return movesMoney(api, asked) ? api.unknownAdvice.text : 'This call only asks; send it again.';
}

function movesMoney(api: ApiDefinition, asked: AskedFor): boolean {
  return api.operations.find(({ id }) => id === asked.operation)?.movesMoney ?? true;
}

function contentTypeNotes(headers: HeaderList, kind: 'json' | 'xml'): readonly string[] {
  const type = headerValue(headers, 'content-type');
  if (type === null || type.toLowerCase().includes(kind)) return [];
  return [`The answer calls itself ${type}, but it is ${kind.toUpperCase()}; it was read as what it is.`];
}

/** A status line, the header lines under it, and the blank line after them, which tickets often lack. */
const pastedHead =
  /^\s*HTTP\/[\d.]+\s+(\d{3})[^\r\n]*(?:\r?\n|$)((?:[\w!#$%&'*+.^`|~-]+:[^\r\n]*(?:\r?\n|$))*)(?:\r?\n)?/;

/** Takes a status line and headers off a pasted response. */
function splitPasted(text: string): { status: number | null; headers: HeaderList; body: string } {
  const head = pastedHead.exec(text);
  if (head === null) return { status: null, headers: [], body: text };
  const [whole, status, lines = ''] = head;
  const headers = lines.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : [];
  });
  return { status: Number(status), headers, body: text.slice(whole.length) };
}

/** The well-formed JSON or XML inside a text with words around it, as answers stand in tickets. */
function innermostBody(text: string): string | null {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const tag = /<([A-Za-z][\w.:-]*)[\s>/]/.exec(text);
  const end = tag === null ? -1 : text.lastIndexOf(`</${tag[1] ?? ''}`);
  const xml = tag === null || end === -1 ? '' : text.slice(tag.index, text.indexOf('>', end) + 1);
  const isReadable = (candidate: string): boolean => ['json', 'xml'].includes(parseBody(candidate).kind);
  return [json, xml].find((candidate) => candidate !== '' && isReadable(candidate)) ?? null;
}
