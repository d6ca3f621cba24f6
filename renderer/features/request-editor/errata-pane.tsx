import type { Erratum } from '../../../shared/definition/api-definition.ts';
import classes from './errata-pane.module.css';

/** The slips of the provider's document and how to read them. */
export function ErrataPane({ errata }: { readonly errata: readonly Erratum[] }) {
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Errata">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">In the document</th>
            <th scope="col">Read it as</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {errata.map(({ problem, reading, reason, confidence }) => (
            <tr key={problem}>
              <td>{problem}</td>
              <td>{reading}</td>
              <td>
                {reason} <span className={classes['confidence']}>{confidence}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
