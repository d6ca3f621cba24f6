import type { Exchange } from '../../../shared/model/exchange.ts';
import classes from './dry-run-pane.module.css';

type Props = { readonly title: string; readonly generated: Exchange['generated'] };

/** What became of the dynamic variables of a request. */
export function GeneratedValues({ title, generated }: Props) {
  if (generated.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <pre className={classes['wire']}>
        {generated.map(([name, text]) => `{{${name}}} = ${text}`).join('\n')}
      </pre>
    </section>
  );
}
