import type { PieceOrigin, SignatureStep } from '../../../shared/model/signature-steps.ts';
import type { VariableOrigin } from '../../../shared/model/variable.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './signature.module.css';

/** The pieces of a signature in the order of hashing, each with its text and where that is from. */
export function StepList({ steps }: { readonly steps: readonly SignatureStep[] }) {
  const environment = useEnvironments(selectActiveEnvironment).name;
  return (
    <ol className={classes['steps']} aria-label="Pieces in the order of hashing">
      {steps.map((step) => (
        <li key={step.name}>
          <code className={classes['name']}>{step.name}</code>
          <Text step={step} />
          {step.fault !== null && (
            <span className={isMissing(step) ? classes['fault'] : classes['caution']}>
              <Icon name="warning" /> {step.fault}
            </span>
          )}
          {step.origin !== null && <Source origin={step.origin} environment={environment} />}
        </li>
      ))}
    </ol>
  );
}

function isMissing({ text }: SignatureStep): boolean {
  return text === null || text === '';
}

function Text({ step: { text, secret } }: { readonly step: SignatureStep }) {
  if (text === null || text === '') return <code className={classes['fault']}>—</code>;
  if (!secret) return <code className={classes['text']}>{text}</code>;
  return (
    <code className={classes['secret']}>
      <span aria-hidden="true">{text}</span>
      <span className={classes['spoken']}>secret</span>
    </code>
  );
}

function Source({ origin, environment }: { readonly origin: PieceOrigin; readonly environment: string }) {
  const words = (from: VariableOrigin | null): string =>
    from === null ? 'no value' : originWords(from, environment);
  if (origin.kind === 'variable')
    return <span className={classes['source']}>variable · {words(origin.origin)}</span>;
  const { line, written, variables } = origin;
  if (variables.length === 0)
    return <span className={classes['source']}>body, line {line} · typed by hand</span>;
  return (
    <span className={classes['source']}>
      body, line {line} · <code>{written}</code> ·{' '}
      {[...new Set(variables.map((variable) => words(variable.origin)))].join(', ')}
    </span>
  );
}

/** Where a value comes from, in a word or two. */
function originWords(origin: VariableOrigin, environment: string): string {
  const words: Record<VariableOrigin, string> = {
    'this send': 'for this send',
    environment,
    'secret store': `${environment}, secret store`,
    collection: 'collection',
    sandbox: environment,
    session: 'login',
    default: 'default of the API',
    generated: 'made for every send',
  };
  return words[origin];
}
