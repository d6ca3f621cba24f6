/** Where the lines of a text begin. CR, LF and CRLF each end a line. */
export type LineIndex = {
  /** Takes the next part of the text. */
  readonly add: (part: string) => void;
  readonly count: () => number;
  /** Offset of the first character of a line, from 0. */
  readonly start: (line: number) => number;
  /** The line that holds an offset, from 0. */
  readonly lineAt: (offset: number) => number;
};

/** An index that grows with its text. */
export function createLineIndex(): LineIndex {
  let starts = new Uint32Array(1024);
  let count = 1;
  let length = 0;
  /** A CR at the end of a part may be half of a CRLF. */
  let endsInReturn = false;
  const push = (offset: number): void => {
    if (count === starts.length) {
      const more = new Uint32Array(count * 2);
      more.set(starts);
      starts = more;
    }
    starts[count] = offset;
    count += 1;
  };
  return {
    add: (part) => {
      if (part === '') return;
      const continues = endsInReturn && part.startsWith('\n');
      if (continues) starts[count - 1] = length + 1;
      const hasReturns = part.includes('\r');
      for (let at = continues ? 1 : 0; at < part.length;) {
        const end = hasReturns ? endOfLine(part, at) : part.indexOf('\n', at);
        if (end === -1) break;
        at = end + (part.startsWith('\r\n', end) ? 2 : 1);
        push(length + at);
      }
      endsInReturn = part.endsWith('\r');
      length += part.length;
    },
    count: () => count,
    start: (line) => (line < count ? (starts[line] ?? 0) : length),
    lineAt: (offset) => {
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

function endOfLine(part: string, from: number): number {
  for (let at = from; at < part.length; at += 1) {
    const code = part.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return -1;
}
