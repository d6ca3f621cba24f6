/** What people write on an exchange afterwards. The exchange itself never changes. */
export type Annotation = {
  /** Plain text; may be empty. */
  readonly note: string;
  /** Each once, in the order given, without blanks at the ends. */
  readonly tags: readonly string[];
  /** The number or address of the ticket it belongs to; may be empty. */
  readonly ticket: string;
  /** A pinned exchange is kept whatever the retention says. */
  readonly pinned: boolean;
};

export const noAnnotation: Annotation = { note: '', tags: [], ticket: '', pinned: false };
