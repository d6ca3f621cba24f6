/** A text in which nothing is formatting, for what Monaco reads as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$]/g, '\\$&');
}
