import type { ApiDefinition } from '../definition/api-definition.ts';
import type { DocumentedExample, ExampleDefect } from '../definition/documented-example.ts';
import { formValue, parseForm } from '../formats/form.ts';
import type { Difference, DifferenceMark } from '../model/comparison.ts';
import type { Exchange } from '../model/exchange.ts';
import { type ComparableBody, compareBodies } from './compare-bodies.ts';
import {
  answerBody,
  bodySection,
  type ComparedSections,
  comparedStep,
  compareTexts,
  compareVerdicts,
  finish,
  requestBody,
  section,
  statusWords,
} from './compare-exchanges.ts';
import { explainExample } from './explain-example.ts';

/**
 * Compares an exchange with a sample of the provider's document, by what the sample tells: the body of a request, or
 * status, body and verdict of an answer. Slips of the sample and values of its own are marked.
 */
export function compareWithExample(
  api: ApiDefinition,
  exchange: Exchange,
  example: DocumentedExample,
): ComparedSections {
  const step = comparedStep(exchange);
  const sample: ComparableBody = { text: example.text, isForm: example.format === 'form' };
  const mark = (differences: readonly Difference[]): readonly Difference[] =>
    differences.map((difference) => ({
      ...difference,
      mark: difference.mark ?? markOf(difference, example),
    }));
  if (example.kind === 'request') {
    if (step === null) return finish([]);
    const body = compareBodies(sentBody(requestBody(step.request), example), sample);
    return finish([bodySection('request-body', { ...body, differences: mark(body.differences) })]);
  }
  const outcome = step?.outcome ?? null;
  const printed = example.status === null ? null : String(example.status);
  const status = section(
    'status',
    printed === null ? [] : compareTexts('status', statusWords(outcome), printed),
  );
  const verdict = section('verdict', compareVerdicts(exchange.explanation, explainExample(api, example)));
  if (outcome?.kind !== 'response') return finish([status, verdict]);
  const body = compareBodies(answerBody(exchange, outcome), sample);
  const marked = { ...body, differences: mark(body.differences) };
  return finish([status, bodySection('response-body', marked, outcome.body.truncated), verdict]);
}

/** What the sample stands against: a field of the form, or the whole body. */
function sentBody(body: ComparableBody, { field }: DocumentedExample): ComparableBody {
  if (field === undefined || !body.isForm || body.text === null) return body;
  return { text: formValue(parseForm(body.text), field), isForm: false };
}

function markOf(difference: Difference, example: DocumentedExample): DifferenceMark | null {
  const defect = example.defects.find((candidate) => explains(candidate, difference));
  if (defect !== undefined) return { kind: 'defect', reason: defect.reason };
  const path = difference.right?.path;
  const isValue = difference.kind === 'value' || difference.kind === 'notation';
  const value = example.sampleValues.find((candidate) => candidate.path === path);
  if (value === undefined || !isValue || !agreesAround(difference, value.part)) return null;
  return { kind: 'expected', reason: 'Only an example in the document.' };
}

function explains({ path, slip, part }: ExampleDefect, difference: Difference): boolean {
  const { kind, left, right } = difference;
  switch (slip) {
    case 'value':
      return right?.path === path && kind !== 'type' && kind !== 'missing' && agreesAround(difference, part);
    case 'type':
      return right?.path === path && kind === 'type';
    case 'redundant':
      return right?.path === path && kind === 'missing';
    case 'absent':
      return left?.path === path && kind === 'extra';
    case 'mended':
      return false;
  }
}

/** Whether both sides say the same before and after the part of the sample that is its own. */
function agreesAround({ left, right }: Difference, part: string | undefined): boolean {
  if (part === undefined) return true;
  const [start, end] = splitAround(right?.text ?? '', part);
  const text = left?.text ?? '';
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function splitAround(text: string, part: string): readonly [start: string, end: string] {
  const at = text.indexOf(part);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + part.length)];
}
