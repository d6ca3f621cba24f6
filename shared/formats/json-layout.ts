import { format } from 'jsonc-parser';

/** The blanks to put in place of others so that a JSON text is laid out, two blanks a level; first places first. */
export function layOutJson(
  text: string,
): readonly { readonly offset: number; readonly length: number; readonly blanks: string }[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return format(text, undefined, { tabSize: 2, insertSpaces: true, eol }).map(
    ({ offset, length, content }) => ({ offset, length, blanks: content }),
  );
}
