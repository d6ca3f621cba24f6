import type { Exchange, StepExchange } from '../../../shared/model/exchange.ts';
import type { Outcome, ResponseBody } from '../../../shared/model/outcome.ts';
import { GeneratedValues } from '../request-editor/generated-values.tsx';
import classes from './login-pane.module.css';

type Props = {
  readonly steps: readonly StepExchange[];
  /** Whether the answers are shown too. */
  readonly answers: boolean;
  /** What the dynamic variables were, where that belongs here. */
  readonly generated?: Exchange['generated'];
};

/** Requests as they were sent, secrets as references. */
export function LoginPane({ steps, answers, generated }: Props) {
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Requests as sent">
      {steps.map(({ step, title, request, outcome }) => {
        const { method, url, headers, body } = request;
        return (
          <section key={step} aria-label={title}>
            <h3>{title}</h3>
            <pre>{`${method} ${url}\n${lines(headers)}${body === null ? '' : `\n\n${body}`}`}</pre>
            {answers && outcome !== null && <pre>{formatOutcome(outcome)}</pre>}
          </section>
        );
      })}
      {generated !== undefined && <GeneratedValues title="Made for this send" generated={generated} />}
    </div>
  );
}

function lines(headers: StepExchange['request']['headers']): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function formatOutcome(outcome: Outcome): string {
  if (outcome.kind === 'transport-failure') return `No answer: ${outcome.code} (${outcome.phase})`;
  return `HTTP ${outcome.status} ${outcome.statusText}\n${lines(outcome.headers)}\n\n${shownText(outcome.body)}`;
}

/** Of a very long answer only its beginning is here. */
function shownText({ text, lengths }: ResponseBody): string {
  const hidden = (lengths?.text ?? 0) - text.length;
  return hidden > 0 ? `${text}\n… ${hidden} more characters; they are in the history.` : text;
}
