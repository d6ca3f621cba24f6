/** Chooses how a collection is run. */
export function NewRunPage(_start: {
  readonly collection: string;
  readonly paths: readonly string[];
  readonly onlyFailedOf: string | null;
}) {
  return <h1>Run</h1>;
}
