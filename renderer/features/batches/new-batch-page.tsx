/** Makes a batch of refunds from a table: file, columns, a look at every row, the one confirmation. */
export function NewBatchPage(_start: { readonly api: string | null; readonly template: string | null }) {
  return <h1>Refund from a table</h1>;
}
