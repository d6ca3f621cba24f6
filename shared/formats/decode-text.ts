/** Bytes as text, the way they were read, and whether they are text at all. */
export type DecodedText = {
  readonly text: string;
  /** Where the bytes were not UTF-8: what they were read as, as a sentence. */
  readonly remark: string | null;
  /** True where they are full of what no text holds, as pictures and archives are. */
  readonly binary: boolean;
};

/** Share of control characters from which bytes are no text. */
const mostControls = 0.02;

/**
 * Reads bytes of an unknown file: by their byte-order mark, else as UTF-8, else as Windows-1252, which takes any byte
 * and therefore is told.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) {
    const text = new TextDecoder(utf16).decode(bytes);
    return {
      text,
      remark: `The text was read as ${utf16.toUpperCase()}, as its first bytes say.`,
      binary: isBinary(text),
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, remark: null, binary: isBinary(text) };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const remark =
      'The text is not UTF-8; it was read as Windows-1252, so letters with accents may be wrong.';
    return { text, remark, binary: isBinary(text) };
  }
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The beginning says enough. */
function isBinary(text: string): boolean {
  const beginning = text.slice(0, 10_000);
  if (beginning.includes('\0')) return true;
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const controls = beginning.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > beginning.length * mostControls;
}
