/**
 * A documented answer that the sandbox gives when asked. `by state`: the ledger is brought into a state that leads
 * there, and the ordinary checks decide. `forced`: no state leads there, so the answer itself is put in.
 */
export type Scenario = {
  /** The id of its catalog entry. */
  readonly id: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly how: 'by state' | 'forced';
};

/** The request header by which any client asks the sandbox for the scenario of that id; no provider knows it. */
export const scenarioHeader = 'X-Sandbox-Scenario';
