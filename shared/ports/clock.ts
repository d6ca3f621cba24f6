/** The time, as a port so that the sandbox can move it and tests can hold it still. */
export type Clock = {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
};
