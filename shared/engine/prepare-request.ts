import { writeForm } from '../formats/form.ts';
import { parseJson } from '../formats/json.ts';
import { textPosition } from '../formats/text-position.ts';
import { firstXmlSlip } from '../formats/read-broken-xml.ts';
import { parseXml } from '../formats/xml.ts';
import type { HeaderList } from '../model/headers.ts';
import type { SyntaxProblem, WellFormed } from '../model/parsed-body.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { DraftBody, RequestDraft } from '../model/request-draft.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { VariableScope } from '../model/variable.ts';
import { resolveText, type ResolvedText } from './resolve-variables.ts';

/** The text a person edits, as it will be sent, with its way back to the draft. */
export type MainText = {
  readonly language: 'json' | 'xml';
  /** The form field that holds it, where it is not the whole body. */
  readonly field: string | null;
  readonly parsed: WellFormed;
  /** The text in the draft, and the offset in it for an offset in the resolved text. */
  readonly draft: { readonly text: string; readonly offset: (offset: number) => number };
  /** Line and column in the draft for an offset in the resolved text. */
  readonly position: (offset: number) => { readonly line: number; readonly column: number };
};

/** A request with its variables replaced, written out, well-formed and not yet signed. */
export type PreparedRequest = {
  readonly parts: RequestParts;
  readonly main: MainText | null;
};

/** Leaves a variable for later: the signature, or a session that does not exist yet. */
export type Deferred = (name: string) => boolean;

/** The placeholder that signing fills. */
export const signaturePlaceholder = '$signature';

/**
 * Replaces the variables of a draft and writes the request out. Gives every problem it finds, not only the first:
 * unresolved variables, a bad URL or header, a body that is not well-formed.
 */
export function prepareRequest(
  draft: Pick<RequestDraft, 'method' | 'url' | 'headers' | 'body'>,
  scope: VariableScope,
  deferred: Deferred = (name) => name === signaturePlaceholder,
): Result<PreparedRequest, readonly Problem[]> {
  const problems: Problem[] = [];
  const keep = <Value>(result: Result<Value, readonly Problem[]>): Value | null => {
    if (result.ok) return result.value;
    problems.push(...result.error);
    return null;
  };
  const url = keep(prepareUrl(draft.url, scope, deferred));
  const headers = keep(prepareHeaders(draft.headers, scope, deferred));
  const body = keep(prepareBody(draft.body, scope, deferred));
  if (problems.length > 0 || url === null || headers === null || body === null) return fail(problems);
  return ok({ parts: { method: draft.method, url, headers, body: body.text }, main: body.main });
}

function prepareUrl(
  draft: string,
  scope: VariableScope,
  deferred: Deferred,
): Result<string, readonly Problem[]> {
  const place: Place = { part: 'url' };
  const resolved = resolveText({ text: draft.trim(), language: 'url', scope, place, deferred });
  if (!resolved.ok) return resolved;
  const problem = findUrlProblem(resolved.value.text);
  return problem === null ? ok(resolved.value.text) : fail([{ code: 'bad-url', place, ...problem }]);
}

function findUrlProblem(text: string): { message: string; remedy: string } | null {
  const remedy = 'Write the whole address, like https://host/path, or mend the variable it comes from.';
  if (!/^https?:\/\//i.test(text))
    return { message: `The URL ${text} does not start with http:// or https://.`, remedy };
  if (/[\s\p{Cc}]/u.test(text))
    return { message: `The URL ${JSON.stringify(text)} has a blank in it.`, remedy };
  if (!text.isWellFormed())
    return {
      message: 'The URL holds half of a character (a lone surrogate), which nothing can carry.',
      remedy,
    };
  if (!URL.canParse(text)) return { message: `The URL ${text} is not a valid address.`, remedy };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return {
      message: 'The URL holds a user name or password before the @.',
      remedy:
        'Credentials do not belong in a URL, which ends up in logs: put them into a header with a secret variable.',
    };
  }
  if (url.hash !== '')
    return {
      message: `The URL ends in ${url.hash}, which is never sent.`,
      remedy: 'Remove the part from # on.',
    };
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(decodePath(text))) {
    return { message: `The path of ${text} goes up with "..", so the call would go elsewhere.`, remedy };
  }
  return null;
}

function decodePath(url: string): string {
  return url
    .replace(/[?#].*$/s, '')
    .replaceAll(/%2e/gi, '.')
    .replaceAll(/%2f|%5c|\\/gi, '/')
    .replace(/^https?:\/\//i, '');
}

const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
const computedHeaders = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'upgrade',
]);

function prepareHeaders(
  draft: HeaderList,
  scope: VariableScope,
  deferred: Deferred,
): Result<HeaderList, readonly Problem[]> {
  const problems: Problem[] = [];
  const headers: [string, string][] = [];
  for (const [rawName, rawValue] of draft) {
    const name = rawName.trim();
    if (name === '' && rawValue.trim() === '') continue;
    const place: Place = { part: 'header', name };
    const resolved = resolveText({ text: rawValue.trim(), language: 'plain', scope, place, deferred });
    if (!resolved.ok) {
      problems.push(...resolved.error);
      continue;
    }
    const problem = findHeaderProblem(name, resolved.value.text);
    if (problem === null) headers.push([name, resolved.value.text]);
    else problems.push({ code: 'bad-header', place, ...problem });
  }
  return problems.length > 0 ? fail(problems) : ok(headers);
}

function findHeaderProblem(name: string, value: string): { message: string; remedy: string } | null {
  if (!headerName.test(name)) {
    return {
      message: `${JSON.stringify(name)} is not a header name.`,
      remedy: 'Use letters, digits and dashes only, without a colon.',
    };
  }
  if (computedHeaders.has(name.toLowerCase())) {
    return {
      message: `The header ${name} is set by the sender.`,
      remedy: 'Remove it; the right value is sent by itself.',
    };
  }
  const bad = [...value].find((character) => !/^[\t\u0020-\u007e\u0080-\u00ff]$/.test(character));
  if (bad === undefined) return null;
  const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    message: `The value of the header ${name} holds the character U+${code}, which a header cannot carry.`,
    remedy: 'Remove it, or mend the variable it comes from.',
  };
}

/** The body as it will be sent, `null` for none. */
export type PreparedBody = { readonly text: string | null; readonly main: MainText | null };

/** Replaces the variables of a body and writes it out, as `prepareRequest` does with the whole. */
export function prepareBody(
  body: DraftBody,
  scope: VariableScope,
  deferred: Deferred = (name) => name === signaturePlaceholder,
): Result<PreparedBody, readonly Problem[]> {
  if (body.kind === 'none') return ok({ text: null, main: null });
  if (body.kind === 'text') {
    const main = prepareMain(body.text, body.language, null, scope, deferred);
    return main.ok ? ok({ text: main.value.text, main: main.value.main }) : main;
  }
  const problems: Problem[] = [];
  const fields: { name: string; value: string }[] = [];
  let main: MainText | null = null;
  for (const field of body.fields) {
    const language = body.main?.field === field.name ? body.main.language : null;
    const value =
      language === null
        ? prepareFormValue(field.name, field.value, scope, deferred)
        : prepareMain(field.value, language, field.name, scope, deferred);
    if (!value.ok) {
      problems.push(...value.error);
      continue;
    }
    fields.push({ name: field.name, value: value.value.text });
    main ??= value.value.main;
  }
  return problems.length > 0 ? fail(problems) : ok({ text: writeForm(fields), main });
}

function prepareFormValue(
  name: string,
  text: string,
  scope: VariableScope,
  deferred: Deferred,
): Result<{ text: string; main: null }, readonly Problem[]> {
  const place: Place = { part: 'body', name };
  if (name.trim() === '') {
    return fail([
      {
        code: 'bad-body',
        place,
        message: 'A form field has no name.',
        remedy: 'Name it, or remove its row.',
      },
    ]);
  }
  const resolved = resolveText({ text, language: 'plain', scope, place, deferred });
  if (!resolved.ok) return resolved;
  const broken = findBrokenCharacter(resolved.value, text, place);
  return broken === null ? ok({ text: resolved.value.text, main: null }) : fail([broken]);
}

function prepareMain(
  text: string,
  language: 'json' | 'xml',
  field: string | null,
  scope: VariableScope,
  deferred: Deferred,
): Result<{ text: string; main: MainText }, readonly Problem[]> {
  const place: Place = field === null ? { part: 'body' } : { part: 'body', name: field };
  const resolved = resolveText({ text, language, scope, place, deferred });
  if (!resolved.ok) return resolved;
  const broken = findBrokenCharacter(resolved.value, text, place);
  if (broken !== null) return fail([broken]);
  const parsed = parseMain(resolved.value.text, language);
  if (!parsed.ok) return fail([notWellFormed(language, parsed.error, resolved.value, text, place)]);
  const position = (offset: number): { line: number; column: number } =>
    textPosition(text, resolved.value.toDraft(offset));
  const draft = { text, offset: resolved.value.toDraft };
  return ok({ text: resolved.value.text, main: { language, field, parsed: parsed.value, draft, position } });
}

/** Only in a body up to this length is the beginning of a fault looked for. In UTF-16 units. */
const longestExplained = 2_000_000;

function parseMain(text: string, language: 'json' | 'xml'): Result<WellFormed, SyntaxProblem> {
  if (language === 'json') {
    const json = parseJson(text);
    return json.ok ? ok({ kind: 'json', root: json.value }) : json;
  }
  const xml = parseXml(text);
  if (xml.ok) return ok({ kind: 'xml', root: xml.value });
  // Where the fault begins, which is what the editor shows, and not where reading could not go on.
  return fail((text.length > longestExplained ? null : firstXmlSlip(text)) ?? xml.error);
}

function findBrokenCharacter(resolved: ResolvedText, draft: string, place: Place): Problem | null {
  const offset = resolved.text.search(/\p{Surrogate}/u);
  if (offset === -1) return null;
  return {
    code: 'bad-body',
    message: 'The body holds half of a character (a lone surrogate), which no encoding can carry.',
    remedy: 'Delete it and type the character again.',
    place: { ...place, ...textPosition(draft, resolved.toDraft(offset)) },
  };
}

function notWellFormed(
  language: 'json' | 'xml',
  problem: SyntaxProblem,
  resolved: ResolvedText,
  draft: string,
  place: Place,
): Problem {
  const offset = offsetOf(resolved.text, problem);
  const position = textPosition(draft, resolved.toDraft(offset));
  const name = language === 'json' ? 'JSON' : 'well-formed XML';
  return {
    code: 'bad-body',
    message: `The body is not ${name}: line ${position.line}, column ${position.column}: ${problem.message}.`,
    remedy: 'Mend it there; nothing was sent.',
    place: { ...place, ...position },
  };
}

function offsetOf(text: string, problem: SyntaxProblem): number {
  let offset = 0;
  for (let line = 1; line < problem.line; line += 1) {
    const next = /\r\n|\r|\n/g;
    next.lastIndex = offset;
    const match = next.exec(text);
    if (match === null) break;
    offset = match.index + match[0].length;
  }
  return offset + problem.column - 1;
}
