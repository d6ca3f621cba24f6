/** A run: how it goes, and its results. */
export function RunPage({ id }: { readonly id: string }) {
  return <h1>Run {id}</h1>;
}
