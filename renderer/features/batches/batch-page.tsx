/** A batch of refunds: how it goes, and what became of each row. */
export function BatchPage({ id }: { readonly id: string }) {
  return <h1>Batch {id}</h1>;
}
