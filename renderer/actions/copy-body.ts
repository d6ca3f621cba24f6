import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';
import { copyText } from './copy-text.ts';
import { readEntry } from './read-entry.ts';

/** Copies the body of a stored request or answer exactly; bytes that are no text are saved as a file instead. */
export async function copyBody(stores: Stores, id: string, part: 'request' | 'response'): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  const body = bodyOf(entry.exchange, part);
  if (body === null) stores.layout.getState().notify(nothingToCopy(part));
  else if (body.base64 === null) await copyText(stores, body.text, `The ${part} body is on the clipboard`);
  else {
    saveBytes(body.base64, `${part}-${id}.bin`);
    stores.layout.getState().say(`The ${part} body is no text; it was saved as ${part}-${id}.bin`);
  }
}

type Body = { readonly text: string; readonly base64: string | null };

function bodyOf({ main }: Exchange, part: 'request' | 'response'): Body | null {
  if (part === 'request') {
    const text = main?.request.body ?? null;
    return text === null ? null : { text, base64: null };
  }
  return main?.outcome?.kind === 'response' ? main.outcome.body : null;
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
