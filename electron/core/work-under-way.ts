/** How much was begun and is not over. A request of a run or a batch counts with that alone. */
export type WorkUnderWay = {
  /** Sends and logins that a page waits for. */
  readonly requests: number;
  readonly runs: number;
  readonly batches: number;
};
