/** How long exchanges are kept; `null` keeps them for ever, which is the default. Pinned ones always stay. */
export type Retention = {
  readonly days: number | null;
  /** Size of the history on disk, in megabytes of a million bytes. */
  readonly megabytes: number | null;
};

/** A copy of the whole history, made by itself. */
export type Backup = {
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly bytes: number;
};

/** The history as a whole. */
export type HistoryDescription = {
  readonly path: string;
  readonly exchanges: number;
  /** ISO 8601, UTC; `null` where there is none. */
  readonly oldest: string | null;
  /** Bytes that are in use. */
  readonly bytes: number;
  readonly retention: Retention;
  /** Newest first, three at the most. */
  readonly backups: readonly Backup[];
};
