/** A text in which nothing is formatting, for what Monaco reads as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$]/g, '\\$&');
}

/** A bold title and the first sentence under it, then the rest, each sentence on a line of its own. */
export function titledMarkdown(title: string, sentences: readonly string[]): { readonly value: string }[] {
  const [first, ...rest] = sentences.map(escapeMarkdown);
  const head = [`**${escapeMarkdown(title)}**`, ...(first === undefined ? [] : [first])];
  return [{ value: lines(head) }, ...(rest.length === 0 ? [] : [{ value: lines(rest) }])];
}

/** Two blanks before a line break keep it. */
function lines(sentences: readonly string[]): string {
  return sentences.join('  \n');
}
