import { CopyButton } from '../response-viewer/copy-button.tsx';
import classes from './command-line.module.css';

/** The command line that does the same, to read and to copy. */
export function CommandLine({ command }: { readonly command: string }) {
  return (
    <section className={classes['command']} aria-label="The same on the command line">
      <header className={classes['head']}>
        <h2>The same on the command line</h2>
        <CopyButton label="Copy the command" text={command} />
      </header>
      <pre>
        <code>{command}</code>
      </pre>
    </section>
  );
}
