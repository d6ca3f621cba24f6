/** Name, notes and variables of a collection. */
export function CollectionPage({ id }: { readonly id: string }) {
  return <h1>{id}</h1>;
}
