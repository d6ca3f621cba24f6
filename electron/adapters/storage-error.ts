/** A failure of stored data that has a sentence and a way out of its own; `storageProblem` tells it. */
export class StorageError extends Error {
  readonly remedy: string;

  /** `reason` is the end of a sentence, without its full stop; `remedy` a whole one. */
  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}
