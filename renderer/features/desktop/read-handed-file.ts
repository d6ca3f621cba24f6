import type { HandedFile } from '../../../shared/model/menu.ts';
import type { PastedInput } from '../../stores/pasted-input.ts';
import { readDroppedFile } from '../paste/read-dropped-file.ts';

/** Reads a file that was handed to the program as one that was dropped on the window. */
export async function readHandedFile({ name, content, problem }: HandedFile): Promise<PastedInput> {
  const dropped = content === null ? null : await readDroppedFile([new File([bytesOf(content)], name)]);
  return dropped ?? { name, text: '', remark: null, problem: unread(name, problem) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

function unread(name: string, sentence: string | null): NonNullable<PastedInput['problem']> {
  return {
    code: 'bad-input',
    message: sentence ?? `${name} could not be read.`,
    remedy: 'Open another file, or drop it on the window.',
  };
}
