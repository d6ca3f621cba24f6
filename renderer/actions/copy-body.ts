import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';
import { copyText } from './copy-text.ts';
import { answerSource, readAnswer } from './read-answer.ts';
import { readEntry } from './read-entry.ts';

/** Copies the body of a stored request or answer exactly; bytes that are no text are saved as a file instead. */
export async function copyBody(stores: Stores, id: string, part: 'request' | 'response'): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  if (part === 'response') return copyAnswer(stores, entry.exchange);
  const text = entry.exchange.main?.request.body ?? null;
  if (text === null) stores.layout.getState().notify(nothingToCopy(part));
  else await copyText(stores, text, `The ${part} body is on the clipboard`);
}

/** Copies all of an answer, also where only its beginning is in the page. */
export async function copyAnswer(stores: Stores, exchange: Exchange): Promise<void> {
  const { layout } = stores;
  const bytes = answerSource(exchange, 'base64');
  const source = bytes ?? answerSource(exchange, 'text');
  if (source === null) return layout.getState().notify(nothingToCopy('response'));
  const whole = await readAnswer(stores, source);
  if (!whole.ok) return layout.getState().notify(whole.error);
  if (bytes === null)
    return void (await copyText(stores, whole.value, 'The response body is on the clipboard'));
  const name = `response-${exchange.id}.bin`;
  saveBytes(whole.value, name);
  layout.getState().say(`The response body is no text; it goes to a file instead: ${name}`);
}

function saveBytes(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own copy by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function nothingToCopy(part: 'request' | 'response'): Problem {
  return {
    code: 'bad-input',
    message: part === 'request' ? 'This request has no body.' : 'No answer came to this request.',
    remedy: 'Copy it as cURL to get the rest of it.',
  };
}
