import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { TableDescription } from '../../shared/model/table.ts';
import type { Stores } from '../stores/stores.ts';

/** Bytes that are read and handed on at once: as JSON still far below what the web host takes in one call. */
const partSize = 1_000_000;

export type TableUpload = {
  readonly file: File;
  /** `null` finds it out. */
  readonly separator: string | null;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Ends it; the parts that were handed on are forgotten. */
  readonly signal: AbortSignal;
};

/** Hands a data file to the core, part by part, so that no file is ever whole in memory. */
export async function addTable(
  stores: Stores,
  upload: TableUpload,
): Promise<Result<TableDescription, Problem>> {
  const id = crypto.randomUUID();
  const added = await addParts(stores, id, upload);
  if (!added.ok) await stores.tables.getState().release(id);
  return added;
}

async function addParts(
  { tables }: Stores,
  id: string,
  { file, separator, onProgress, signal }: TableUpload,
): Promise<Result<TableDescription, Problem>> {
  const { name, size } = file;
  // The core tells of a byte-order mark, so it must reach it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; ; start += partSize) {
    if (signal.aborted) return fail(cancelled(name));
    const last = start + partSize >= size;
    const text = await readPart(file, start, decoder, last);
    if (!text.ok) return text;
    const added = await tables.getState().add({ id, name, text: text.value, last, separator });
    if (!added.ok) return added;
    if (added.value !== null) return ok(added.value);
    if (last) return fail(withoutEnd(name));
    onProgress((start + partSize) / size);
  }
}

async function readPart(
  file: File,
  start: number,
  decoder: TextDecoder,
  last: boolean,
): Promise<Result<string, Problem>> {
  let bytes: ArrayBuffer;
  try {
    // The browser refuses to read on in a file that changed since it was chosen.
    bytes = await file.slice(start, start + partSize).arrayBuffer();
  } catch {
    return fail(changed(file.name));
  }
  try {
    return ok(decoder.decode(bytes, { stream: !last }));
  } catch {
    return fail(notUtf8(file.name, new Uint8Array(bytes)));
  }
}

function cancelled(name: string): Problem {
  return {
    code: 'cancelled',
    message: `${name} was not read to its end, because that was cancelled.`,
    remedy: 'Choose it again to read it.',
  };
}

function changed(name: string): Problem {
  return {
    code: 'bad-table',
    message: `${name} cannot be read: it changed while it was read, it is gone, or it is a folder.`,
    remedy: 'Choose the file again.',
  };
}

function notUtf8(name: string, bytes: Uint8Array): Problem {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return {
    code: 'bad-table',
    message: `${name} is not written in UTF-8${isUtf16 ? ' but in UTF-16' : ''}, so its letters cannot be told for certain.`,
    remedy: 'Save it as “CSV UTF-8” and choose it again.',
  };
}

function withoutEnd(name: string): Problem {
  return {
    code: 'bad-table',
    message: `${name} was handed over whole, but the core did not say what is in it.`,
    remedy: 'Choose the file again; if that does not help, report it.',
  };
}
