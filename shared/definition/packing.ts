import type { RequestDraft } from '../model/request-draft.ts';
import type { Source } from '../model/source.ts';

/** How one call can carry several refunds of one template, and how many. */
export type Packing = {
  /** Id of the template. */
  readonly template: string;
  /** Refunds in one call, at the most. */
  readonly limit: number;
  readonly source: Source;
  /**
   * A draft of the template that asks for one refund for each row, in their order. A row holds the values of its
   * variables; they are written as literal texts.
   */
  readonly writeDraft: (
    draft: RequestDraft,
    rows: readonly Readonly<Record<string, string>>[],
  ) => RequestDraft;
};
