/** The collections of the workspace with their folders and requests. */
export function CollectionList() {
  return <h2>Collections</h2>;
}
