import { type BodyPart, type BodyText, longestPart } from '../../shared/model/body-part.ts';
import type { Exchange, StepExchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Stores } from '../stores/stores.ts';

/** A text of the answer to one step: what of it is here, and how long it is; in UTF-16 units. */
export type AnswerSource = {
  readonly id: string;
  readonly step: string;
  readonly of: BodyText;
  readonly start: string;
  readonly length: number;
};

/** Where a text of the answer to a step comes from, the main one as a rule; `null` where there is none. */
export function answerSource(
  { id, main, openedBody, openedLength }: Exchange,
  of: BodyText,
  step: StepExchange | null = main,
): AnswerSource | null {
  const outcome = step?.outcome ?? null;
  if (step === null || outcome?.kind !== 'response') return null;
  const { lengths } = outcome.body;
  const start = of === 'opened' ? openedBody : outcome.body[of];
  if (start === null) return null;
  const length = (of === 'opened' ? openedLength : lengths?.[of]) ?? start.length;
  return { id, step: step.step, of, start, length };
}

/** The part of a text that begins at an offset. */
export function readPart(
  { history }: Pick<Stores, 'history'>,
  { id, step, of }: AnswerSource,
  offset: number,
): Promise<Result<BodyPart, Problem>> {
  return history.getState().readPart({ id, step, of, offset, length: longestPart });
}

/** All of a text, as it is in the history. */
export async function readAnswer(
  stores: Pick<Stores, 'history'>,
  source: AnswerSource,
): Promise<Result<string, Problem>> {
  const parts = [source.start];
  let read = source.start.length;
  while (read < source.length) {
    const part = await readPart(stores, source, read);
    if (!part.ok) return part;
    if (part.value.text === '') return fail(lost);
    parts.push(part.value.text);
    read += part.value.text.length;
  }
  return ok(parts.join(''));
}

const lost: Problem = {
  code: 'unknown-entry',
  message: 'The rest of this answer is not in the history any more.',
  remedy: 'Limits of the history remove old entries (History, Keep…).',
};
