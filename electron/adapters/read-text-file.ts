import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { fail, ok, type Result } from '../../shared/model/result.ts';

/** A text as it stands in a file. `revision` changes with every byte. */
export type TextFile = { readonly text: string; readonly revision: string };

/** Reads a file of the workspace; the failure says why it cannot be read, to follow a colon. */
export function readTextFile(path: string): Result<TextFile, string> {
  const bytes = readBytes(path);
  if (bytes === null) return fail('it cannot be opened');
  const text = decode(bytes);
  return text === null ? fail('it is not text in UTF-8') : ok({ text, revision: revisionOf(bytes) });
}

/** The revision of a file that holds these bytes, or a text in UTF-8. */
export function revisionOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Bytes that are no text would be lost at the next save, so they are not read as one. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
