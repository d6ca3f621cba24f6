/** What a request will do, in plain words. */
export type Effect = {
  /** The first sentence says the most important thing. */
  readonly sentences: readonly string[];
  /** What a careful person would want pointed out: people lose access, every ticket is cancelled. */
  readonly cautions: readonly string[];
};
