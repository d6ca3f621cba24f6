import { decodeText } from '../../../shared/formats/decode-text.ts';
import { longestPasted, tooLongToRead } from '../../../shared/engine/too-long-to-read.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { PastedInput } from '../../stores/pasted-input.ts';

/** Reads the first of the files that came in, as text; what cannot be read is said in its place. */
export async function readDroppedFile(files: readonly File[]): Promise<PastedInput | null> {
  const [file] = files;
  if (file === undefined) return null;
  const { name } = file;
  const failed = (problem: Problem): PastedInput => ({ name, text: '', remark: null, problem });
  if (file.size > longestPasted) return failed(tooLongToRead(name, file.size));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed(notAFile(name));
  }
  const { text, remark, binary } = decodeText(bytes);
  if (binary) return failed(notText(name));
  const others = files.length === 1 ? null : `Only the first of the ${files.length} files was read.`;
  return {
    name,
    text,
    remark: [remark, others].filter((part) => part !== null).join(' ') || null,
    problem: null,
  };
}

function notAFile(name: string): Problem {
  return {
    code: 'bad-input',
    message: `${name} cannot be read; it may be a folder, or it is gone.`,
    remedy: 'Drop a single file.',
  };
}

function notText(name: string): Problem {
  return {
    code: 'bad-input',
    message: `${name} is no text, so there is nothing in it to read.`,
    remedy: 'Drop an answer, a cURL command, a HAR file or evidence; of an archive, its content.',
  };
}
