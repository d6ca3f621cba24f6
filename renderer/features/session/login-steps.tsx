import type { Preview } from '../../../shared/contract/commands.ts';
import type { StepExchange } from '../../../shared/model/exchange.ts';
import type { LoginRecord } from '../../../shared/model/session.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { LoginPane } from '../response-viewer/login-pane.tsx';
import { formatClock } from '../words.ts';
import classes from './session.module.css';

type Props = {
  /** What a login would send. */
  readonly planned: Preview['login'];
  /** The last one that was sent. */
  readonly login: LoginRecord | null;
};

/** The requests of a login: as they would be sent, or as they were, with their answers. */
export function LoginSteps({ planned, login }: Props) {
  return (
    <>
      <ol className={classes['steps']} aria-label="Steps of the login">
        {planned.map(({ title, request: { method, url } }) => {
          const sent = login?.steps.find((step) => step.title === title) ?? null;
          return (
            <li key={title}>
              <span>{title}</span>
              <code>
                {method} {pathOf(url)}
              </code>
              {sent !== null && <Answer step={sent} isRefused={isRefused(login, sent)} />}
            </li>
          );
        })}
      </ol>
      {login !== null && login.steps.length > 0 && (
        <details className={classes['exchanges']}>
          <summary>Login exchanges of {formatClock(login.startedAt)}, secrets as names</summary>
          <LoginPane steps={login.steps} answers />
        </details>
      )}
    </>
  );
}

function Answer({
  step: { outcome },
  isRefused: refused,
}: {
  readonly step: StepExchange;
  readonly isRefused: boolean;
}) {
  if (outcome === null) return null;
  const text = outcome.kind === 'response' ? String(outcome.status) : 'no answer';
  return <StatusBadge verdict={refused ? 'refused' : 'accepted'} text={text} />;
}

/** The last step is the one that a login failed at. */
function isRefused(login: LoginRecord | null, step: StepExchange): boolean {
  return login !== null && login.refusal !== null && login.steps.at(-1) === step;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}
