import type { EvidenceBundle, EvidenceExchange, EvidenceRefund } from '../../model/evidence.ts';
import type { StepExchange } from '../../model/exchange.ts';
import type { Outcome, ResponseBody } from '../../model/outcome.ts';
import { type Redactor, redactDeep } from '../redact.ts';
import { isRedacted } from './is-redacted.ts';

/** An exchange of a bundle before its parts are hashed. */
export type UnhashedExchange = Omit<EvidenceExchange, 'parts'>;

/** What a bundle says, before anything is counted and hashed. */
export type EvidenceContent = Pick<EvidenceBundle, 'timeline'> & {
  readonly exchanges: readonly UnhashedExchange[];
};

/**
 * Changes every text of a bundle that came from a user or a provider. Ids of the workbench, times, classes and the words
 * of the error catalog are ours and stay: taking `test` out must not turn the class of an environment into a mark.
 */
export function mapEvidenceTexts(content: EvidenceContent, change: Redactor): EvidenceContent {
  return {
    exchanges: content.exchanges.map((exchange) => mapExchange(exchange, change)),
    timeline: {
      transactions: content.timeline.transactions.map(change),
      events: content.timeline.events.map((event) => ({
        ...event,
        environment: { ...event.environment, name: change(event.environment.name) },
        headline: change(event.headline),
        refunds: event.refunds.map((refund) => mapRefund(refund, change)),
      })),
    },
  };
}

function mapExchange(exchange: UnhashedExchange, change: Redactor): UnhashedExchange {
  const { environment, explanation, warnings, openedBody, trace, generated, annotation } = exchange;
  return {
    ...exchange,
    environment: { ...environment, name: change(environment.name) },
    explanation: explanation === null ? null : mapExplanation(explanation, change),
    warnings: warnings.map(change),
    login: exchange.login.map((step) => mapStep(step, change)),
    main: exchange.main === null ? null : mapStep(exchange.main, change),
    openedBody: openedBody === null ? null : change(openedBody),
    trace:
      trace === null
        ? null
        : {
            ...trace,
            pieces: trace.pieces.map((piece) => ({ ...piece, text: change(piece.text) })),
            base: change(trace.base),
            result: change(trace.result),
          },
    generated: redactDeep(generated, change),
    refunds: exchange.refunds.map((refund) => mapRefund(refund, change)),
    annotation: redactDeep(annotation, change),
  };
}

function mapExplanation(
  explanation: NonNullable<UnhashedExchange['explanation']>,
  change: Redactor,
): NonNullable<UnhashedExchange['explanation']> {
  const { verdict, items, ...texts } = explanation;
  return {
    ...redactDeep(texts, change),
    verdict,
    items: items.map(({ verdict: itemVerdict, ...itemTexts }) => ({
      ...redactDeep(itemTexts, change),
      verdict: itemVerdict,
    })),
  };
}

function mapRefund(refund: EvidenceRefund, change: Redactor): EvidenceRefund {
  const { transaction, amount, refundId, decision } = refund;
  return {
    ...refund,
    ...redactDeep({ transaction, amount, refundId }, change),
    decision: decision === null ? null : { ...decision, note: change(decision.note) },
  };
}

function mapStep(step: StepExchange, change: Redactor): StepExchange {
  const { url, headers, body } = step.request;
  return {
    ...step,
    request: { ...step.request, ...redactDeep({ url, headers, body }, change) },
    outcome: step.outcome === null ? null : mapOutcome(step.outcome, change),
  };
}

function mapOutcome(outcome: Outcome, change: Redactor): Outcome {
  if (outcome.kind !== 'response') return { ...outcome, message: change(outcome.message) };
  const { statusText, headers } = outcome;
  return { ...outcome, ...redactDeep({ statusText, headers }, change), body: mapBody(outcome.body, change) };
}

const wellFormed = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Bytes that cannot be told from their text may hold, in another character set, what the text holds no more. */
function mapBody(body: ResponseBody, change: Redactor): ResponseBody {
  const text = change(body.text);
  const { base64 } = body;
  const isWhole = base64 !== null && wellFormed.test(base64) && text === body.text && !isRedacted(text);
  return { ...body, text, base64: isWhole && change(base64) === base64 ? base64 : null };
}
