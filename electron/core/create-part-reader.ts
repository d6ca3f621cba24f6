import type { BodyPartInput } from '../../shared/contract/commands.ts';
import { answerText, type BodyPart } from '../../shared/model/body-part.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { HistoryStore } from '../../shared/ports/history-store.ts';
import { noSuchExchange } from './no-such-exchange.ts';

/** The answer whose parts are being asked for, so that it is not unpacked anew for each of them. */
type Held = Pick<BodyPartInput, 'id' | 'step' | 'of'> & { readonly text: string };

/**
 * Gives stored answers in parts. They were redacted as a whole before they were stored, so no cut goes through a secret.
 * The text is held until its last part was given, or another one is asked for.
 */
export function createPartReader(history: HistoryStore): (input: BodyPartInput) => Result<BodyPart, Problem> {
  let held: Held | null = null;
  return ({ id, step, of, offset, length }) => {
    const isHeld = held?.id === id && held.step === step && held.of === of;
    const read = isHeld && held !== null ? ok(held.text) : readText(history, { id, step, of });
    if (!read.ok) return read;
    const text = read.value;
    held = offset + length < text.length ? { id, step, of, text } : null;
    return ok({ text: text.slice(offset, offset + length), length: text.length });
  };
}

function readText(
  history: HistoryStore,
  { id, step, of }: Pick<BodyPartInput, 'id' | 'step' | 'of'>,
): Result<string, Problem> {
  const entry = history.get(id);
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(id));
  const text = answerText(entry.value.exchange, step, of);
  if (text !== null) return ok(text);
  return fail({
    code: 'unknown-entry',
    message: `The entry ${id} of the history has no such answer.`,
    remedy: 'Perhaps nothing came back; its page says what is known.',
  });
}
