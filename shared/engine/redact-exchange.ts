import type { Exchange, StepExchange } from '../model/exchange.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Redactor, redactDeep } from './redact.ts';

/**
 * A record without its secrets. Where the text of a body held one, the bytes that are kept beside the text are dropped:
 * in another character set they would still hold it, where no search for the secret finds it.
 */
export function redactExchange<Record extends Pick<Exchange, 'login' | 'main'>>(
  record: Record,
  redact: Redactor,
): Record {
  const redacted = redactDeep(record, redact);
  return {
    ...redacted,
    login: redacted.login.map((step, index) => dropTellingBytes(step, record.login[index] ?? null)),
    main: redacted.main === null ? null : dropTellingBytes(redacted.main, record.main),
  };
}

function dropTellingBytes(step: StepExchange, before: StepExchange | null): StepExchange {
  const { outcome } = step;
  if (outcome?.kind !== 'response' || outcome.body.text === textOf(before?.outcome ?? null)) return step;
  return { ...step, outcome: { ...outcome, body: { ...outcome.body, base64: null } } };
}

function textOf(outcome: Outcome | null): string | null {
  return outcome?.kind === 'response' ? outcome.body.text : null;
}
