import type { HeaderList } from '../../../shared/model/headers.ts';
import classes from './fact-table.module.css';

/** The headers of an answer, in their order and case. */
export function HeaderTable({ headers }: { readonly headers: HeaderList }) {
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Headers">
      <table className={classes['table']} aria-label="Response headers">
        <tbody>
          {headers.map(([name, value], index) => (
            // A header may come twice with the same value.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>
                <code>{value}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
