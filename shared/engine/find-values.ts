import { compactJson, jsonText, parseJson } from '../formats/json.ts';
import { parseJsonPath, selectJson } from '../formats/json-path.ts';
import { openXml, parseXmlPath, type XmlDocument } from '../formats/xml-path.ts';
import { findXmlProblem } from '../formats/xml.ts';
import type { CheckSubject } from '../model/check.ts';
import type { JsonNode, SyntaxProblem } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { CheckedAnswer } from './checked-answer.ts';

/** A value of an answer, as text; an object or array of JSON as its text without blanks. */
export type FoundValue = { readonly text: string; readonly isJson: boolean };

/** Finds what a subject names; nothing found is an empty list. The failure is a sentence: it could not be looked at. */
export type ValueFinder = (subject: CheckSubject) => Result<readonly FoundValue[], string>;

/** Looks into an answer; its body is read once, and only where a subject asks for it. */
export function createValueFinder({ explained, response }: CheckedAnswer): ValueFinder {
  const json = once(() => readJson(response?.body ?? ''));
  const xml = once(() => readXml(response?.body ?? ''));
  return (subject) => {
    switch (subject.of) {
      case 'verdict':
        return explained === null ? notSent : found([explained.verdict]);
      case 'entry':
        return explained === null ? notSent : found(explained.entries);
      case 'code':
        return explained === null ? notSent : found(explained.codes);
    }
    if (response === null) return fail('There is no answer to look at.');
    switch (subject.of) {
      case 'status':
        return found([String(response.status)]);
      case 'time':
        return found([String(response.time)]);
      case 'header': {
        const wanted = subject.name.trim().toLowerCase();
        return found(
          response.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value),
        );
      }
      case 'body':
        return found(response.body === '' ? [] : [response.body]);
    }
    if (response.truncated) return fail('The answer was too long to be read to its end.');
    return subject.of === 'json' ? findJson(subject.path, json()) : findXml(subject, xml());
  };
}

const notSent = fail('Nothing is known of what was sent.');

function found(texts: readonly string[]): Result<readonly FoundValue[], string> {
  return ok(texts.map((text) => ({ text, isJson: false })));
}

function findJson(text: string, root: Result<JsonNode, string>): Result<readonly FoundValue[], string> {
  const path = parseJsonPath(text);
  if (!path.ok)
    return fail(
      `The JSONPath ${text} cannot be read at character ${path.error.column}: ${path.error.message}.`,
    );
  if (!root.ok) return root;
  const nodes = selectJson(path.value, root.value);
  if (nodes === null) return fail(`The JSONPath ${text} looks at too much of the answer; make it narrower.`);
  return ok(
    nodes.map((node) =>
      node.kind === 'object' || node.kind === 'array'
        ? { text: compactJson(node), isJson: true }
        : { text: jsonText(node) ?? 'null', isJson: false },
    ),
  );
}

function findXml(
  { path: text, namespaces }: CheckSubject & { readonly of: 'xml' },
  document: Result<XmlDocument, string>,
): Result<readonly FoundValue[], string> {
  const path = parseXmlPath(text, namespaces);
  if (!path.ok)
    return fail(`The XPath ${text} cannot be read at character ${path.error.column}: ${path.error.message}.`);
  if (!document.ok) return document;
  const texts = path.value(document.value);
  return texts.ok ? found(texts.value) : fail(`The XPath ${text} cannot be answered: ${texts.error}.`);
}

function readJson(body: string): Result<JsonNode, string> {
  const root = parseJson(body);
  return root.ok ? root : fail(unreadable('JSON', root.error));
}

function readXml(body: string): Result<XmlDocument, string> {
  const text = body.replace(/^\uFEFF/, '');
  const problem = findXmlProblem(text);
  return problem === null ? ok(openXml(text)) : fail(unreadable('XML', problem));
}

function unreadable(format: string, { message, line, column }: SyntaxProblem): string {
  return `The answer is no ${format}: line ${line}, column ${column}, ${message}.`;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
