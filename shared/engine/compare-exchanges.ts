import type { ComparedPart, ComparedSide, ComparisonSection, Difference } from '../model/comparison.ts';
import { sandboxEnvironmentId } from '../model/environment.ts';
import type { Exchange, StepExchange } from '../model/exchange.ts';
import type { Explanation } from '../model/explanation.ts';
import { headerValue } from '../model/headers.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { type BodyComparison, type ComparableBody, compareBodies } from './compare-bodies.ts';
import { compareHeaders } from './compare-headers.ts';
import { excerptPair } from './excerpt-pair.ts';

/** What comparing gave: the parts that both sides have, and whether anything may be left over. */
export type ComparedSections = {
  readonly sections: readonly ComparisonSection[];
  readonly incomplete: boolean;
};

/** Compares two exchanges part by part: the request of the draft, or of the login it ended at, and the answer to it. */
export function compareExchanges(left: Exchange, right: Exchange): ComparedSections {
  const [one, other] = [comparedStep(left), comparedStep(right)];
  const requests =
    one !== null && other !== null ? compareRequests(left, one.request, right, other.request) : [];
  const answers = compareAnswers(left, one?.outcome ?? null, right, other?.outcome ?? null);
  const verdict = section('verdict', compareVerdicts(left.explanation, right.explanation));
  return finish([...requests, ...answers, verdict]);
}

/** The step that an exchange stands for: its main one, or the login it ended at. */
export function comparedStep(exchange: Exchange): StepExchange | null {
  return exchange.main ?? exchange.login.at(-1) ?? null;
}

/** The body of a response as it was read: opened where it came encrypted. */
export function answerBody(
  exchange: Exchange,
  outcome: Extract<Outcome, { kind: 'response' }>,
): ComparableBody {
  return { text: exchange.openedBody ?? outcome.body.base64 ?? outcome.body.text, isForm: false };
}

/** A section, and whether its part was compared to its end. */
export type OpenSection = ComparisonSection & { readonly incomplete: boolean };

export function section(part: ComparedPart, differences: readonly Difference[]): OpenSection {
  return { part, differences, note: null, incomplete: false };
}

/** A body of which only the beginning was kept was not compared to its end. */
export function bodySection(part: ComparedPart, comparison: BodyComparison, isCutOff = false): OpenSection {
  if (!isCutOff) return { part, ...comparison };
  const note = 'An answer was longer than the limit; only its beginning was kept and compared.';
  return { part, ...comparison, note, incomplete: true };
}

/** Verdict, codes and catalog entry; the words around them follow from these. */
export function compareVerdicts(left: Explanation | null, right: Explanation | null): readonly Difference[] {
  const facts = (explanation: Explanation | null): Readonly<Record<string, string>> => ({
    verdict: explanation?.verdict ?? 'unknown',
    codes: explanation?.codes.join(', ') ?? '',
    'catalog entry': explanation?.entries[0] ?? '',
  });
  const [ones, others] = [facts(left), facts(right)];
  return Object.keys(ones).flatMap((name) => compareTexts(name, ones[name] ?? '', others[name] ?? ''));
}

/** A place that always exists; an empty text counts as nothing. */
export function compareTexts(path: string, left: string, right: string): readonly Difference[] {
  if (left === right) return [];
  const side = (text: string): ComparedSide | null => (text === '' ? null : { path, type: 'text', text });
  const kind = left === '' ? 'missing' : right === '' ? 'extra' : 'value';
  return [{ path, kind, left: side(left), right: side(right), note: null, mark: null }];
}

/** Cuts long values, so that a comparison stays small whatever it compares. */
export function finish(sections: readonly OpenSection[]): ComparedSections {
  return {
    sections: sections.map(({ part, differences, note }) => ({
      part,
      note,
      differences: differences.map(cutSides),
    })),
    incomplete: sections.some(({ incomplete }) => incomplete),
  };
}

function cutSides(difference: Difference): Difference {
  const { left, right } = difference;
  const [one, other] = excerptPair(left?.text ?? '', right?.text ?? '');
  return {
    ...difference,
    left: left === null ? null : { ...left, text: one },
    right: right === null ? null : { ...right, text: other },
  };
}

function compareRequests(
  left: Exchange,
  one: RequestParts,
  right: Exchange,
  other: RequestParts,
): readonly OpenSection[] {
  const marked = (differences: readonly Difference[]): readonly Difference[] =>
    differences.map((difference) =>
      markMadeAnew(markSignature(difference, left, right), left.generated, right.generated),
    );
  const body = compareBodies(requestBody(one), requestBody(other));
  return [
    section('request-line', marked(compareRequestLines(one, other, isSandbox(left) && isSandbox(right)))),
    section('request-headers', marked(compareHeaders(one.headers, other.headers))),
    bodySection('request-body', { ...body, differences: marked(body.differences) }),
  ];
}

/** The body of a request; only its content type tells a form from any other text. */
export function requestBody({ headers, body }: RequestParts): ComparableBody {
  const type = headerValue(headers, 'Content-Type')?.toLowerCase() ?? '';
  return { text: body, isForm: type.startsWith('application/x-www-form-urlencoded') };
}

function isSandbox({ environment }: Exchange): boolean {
  return environment.id === sandboxEnvironmentId;
}

function compareRequestLines(
  left: RequestParts,
  right: RequestParts,
  inSandbox: boolean,
): readonly Difference[] {
  const [one, other] = [splitUrl(left.url), splitUrl(right.url)];
  const parameters = compareBodies({ text: one.query, isForm: true }, { text: other.query, isForm: true });
  const mark = inSandbox ? ({ kind: 'expected', reason: 'The sandbox takes any free port.' } as const) : null;
  return [
    ...compareTexts('method', left.method, right.method),
    ...compareTexts('server', one.server, other.server).map((difference) => ({ ...difference, mark })),
    ...compareTexts('path', one.path, other.path),
    ...parameters.differences.map(underQuery),
  ];
}

/** The pieces of an address as they are written; `query` is `null` without a question mark. */
function splitUrl(url: string): {
  readonly server: string;
  readonly path: string;
  readonly query: string | null;
} {
  const [, server = '', path = '', query] =
    /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?]*)(?:\?(.*))?$/is.exec(url) ?? [];
  return { server, path, query: query ?? null };
}

function underQuery(difference: Difference): Difference {
  const path = (text: string): string => (text === '' ? 'query' : `query.${text}`);
  const { left, right } = difference;
  return {
    ...difference,
    path: path(difference.path),
    left: left === null ? null : { ...left, path: path(left.path) },
    right: right === null ? null : { ...right, path: path(right.path) },
  };
}

/** A signature differs wherever something that is signed does. */
function markSignature(difference: Difference, left: Exchange, right: Exchange): Difference {
  const [one, other] = [left.trace?.result, right.trace?.result];
  if (one === undefined || difference.left?.text !== one || difference.right?.text !== other)
    return difference;
  return { ...difference, mark: { kind: 'expected', reason: 'It follows from what is signed.' } };
}

type Generated = Exchange['generated'];

/** A value that a dynamic variable made for each of the two sends has to differ. */
function markMadeAnew(difference: Difference, left: Generated, right: Generated): Difference {
  if (difference.mark !== null || difference.left === null || difference.right === null) return difference;
  const [one, other] = [withNames(difference.left.text, left), withNames(difference.right.text, right)];
  if (one === difference.left.text || one !== other) return difference;
  return { ...difference, mark: { kind: 'expected', reason: 'The workbench makes it anew for every send.' } };
}

function withNames(text: string, generated: Generated): string {
  return generated.reduce(
    (result, [name, value]) => (value === '' ? result : result.replaceAll(value, `{{${name}}}`)),
    text,
  );
}

function compareAnswers(
  left: Exchange,
  one: Outcome | null,
  right: Exchange,
  other: Outcome | null,
): readonly OpenSection[] {
  const status = section('status', compareTexts('status', statusWords(one), statusWords(other)));
  if (one?.kind !== 'response' || other?.kind !== 'response') return [status];
  const body = compareBodies(answerBody(left, one), answerBody(right, other));
  return [
    status,
    section('response-headers', compareHeaders(one.headers, other.headers)),
    bodySection('response-body', body, one.body.truncated || other.body.truncated),
  ];
}

/** `200`, or why there is none. */
export function statusWords(outcome: Outcome | null): string {
  if (outcome === null) return 'no record of an answer';
  return outcome.kind === 'response' ? String(outcome.status) : `no answer: ${outcome.code}`;
}
