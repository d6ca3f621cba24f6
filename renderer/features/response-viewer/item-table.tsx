import type { ItemExplanation } from '../../../shared/model/explanation.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './fact-table.module.css';

/** The items of a batch, each with its own answer. */
export function ItemTable({ items }: { readonly items: readonly ItemExplanation[] }) {
  return (
    <table className={classes['table']} aria-label="Items">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Asked</th>
          <th scope="col">Answer</th>
          <th scope="col">New id</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ kind, asked, verdict, detail, refundId }, index) => (
          // A batch may name one transaction twice; its place tells the items apart.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <td>{kind}</td>
            <td>
              <code>{asked ?? '—'}</code>
            </td>
            <td>
              <StatusBadge verdict={verdict} text={verdict} /> {detail}
            </td>
            <td>
              <code>{refundId ?? '—'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
