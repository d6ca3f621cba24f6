/** The documented answers of all APIs, to be searched by a code or a phrase. */
export function CatalogPage({ query }: { readonly query: string }) {
  return <h1>{query}</h1>;
}
