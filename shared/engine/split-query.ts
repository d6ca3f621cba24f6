/** A piece of a history query as typed: `verdict:refused`, `"invalid hash"`, `214`. */
export type QueryWord = {
  /** In lower case; `null` where no name and colon stand before it. */
  readonly key: string | null;
  /** Without the quotes around it, and without blanks at its ends; empty where nothing follows the colon. */
  readonly value: string;
  readonly quoted: boolean;
  /** Where it stands in the query, in UTF-16 units; `end` is behind its last sign. */
  readonly start: number;
  readonly end: number;
};

/** Splits at blanks outside quotes. A quote that is never closed reaches to the end. */
export function splitQuery(text: string): readonly QueryWord[] {
  const pattern = /(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|((?<=:)(?=\s|$)|[^\s"]+))/giu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, key, quoted, bare] = match;
    const value = (quoted ?? bare ?? '').trim();
    if (value === '' && key === undefined) return [];
    const { index: start } = match;
    return [
      {
        key: key?.toLowerCase() ?? null,
        value,
        quoted: quoted !== undefined,
        start,
        end: start + whole.length,
      },
    ];
  });
}
