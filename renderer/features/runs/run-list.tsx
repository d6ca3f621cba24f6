/** Runs and batches, newest first. */
export function RunList() {
  return <h2>Runs and batches</h2>;
}
