import type { BodyLanguage } from '../../model/body-language.ts';

/** The language of a body of which nothing is known. */
export const nothingKnown: BodyLanguage = {
  complete: () => [],
  describe: () => null,
  findings: () => [],
  notes: () => [],
  format: () => null,
};
