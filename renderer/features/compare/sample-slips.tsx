import type { DocumentedExample } from '../../../shared/definition/documented-example.ts';
import classes from './sample-slips.module.css';

/** What is wrong in a sample as the provider prints it, so that nobody looks for it elsewhere. */
export function SampleSlips({ example: { defects, printed } }: { readonly example: DocumentedExample }) {
  if (defects.length === 0) return null;
  return (
    <details className={classes['slips']}>
      <summary>
        {defects.length === 1 ? 'One slip' : `${defects.length} slips`} in the sample as the document prints
        it
        {printed !== undefined && '; compared is the mended text'}
      </summary>
      <ul>
        {defects.map(({ path, slip, reason }) => (
          <li key={`${path} ${slip}`}>
            {path !== '' && <code>{path}</code>} {reason}
          </li>
        ))}
      </ul>
      {printed !== undefined && (
        <pre tabIndex={0} role="region" aria-label="The sample as printed">
          {printed}
        </pre>
      )}
    </details>
  );
}
