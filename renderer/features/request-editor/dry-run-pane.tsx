import type { Preview } from '../../../shared/contract/commands.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import classes from './dry-run-pane.module.css';
import { GeneratedValues } from './generated-values.tsx';
import { ProblemList } from './problem-list.tsx';

/** The requests exactly as Send would put them on the wire, secrets as references. Nothing is sent. */
export function DryRunPane({ preview }: { readonly preview: Preview | null }) {
  if (preview === null) return <p className={classes['waiting']}>Working it out …</p>;
  const { request, login, problems, generated } = preview;
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Dry run">
      <p className={classes['intro']}>
        Nothing was sent. This is what Send would put on the wire; secrets stand as references.
      </p>
      <ProblemList problems={problems} kind="problem" />
      {login.map((step) => (
        <Wire key={step.title} title={`${step.title}, where no session is open`} request={step.request} />
      ))}
      {request !== null && <Wire title="Request" request={request} />}
      <GeneratedValues title="Made anew for every send, here for example" generated={generated} />
    </div>
  );
}

function Wire({ title, request }: { readonly title: string; readonly request: RequestParts }) {
  const { method, url, headers, body } = request;
  const head = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <pre
        className={classes['wire']}
      >{`${method} ${url}\n${head}${body === null ? '' : `\n\n${body}`}`}</pre>
    </section>
  );
}
