import type { ExplainedAnswer, ExplainedCall } from '../../../shared/engine/explain-pasted.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CallSource, PastedCall } from '../../../shared/model/pasted.ts';
import { catalogJson } from './exchange-json.ts';
import { formatExplanation, row } from './exchange-text.ts';

/** Calls that somebody handed over and that an API knows. */
export type PastedReport = {
  readonly source: CallSource;
  readonly calls: readonly (ExplainedCall & { readonly call: PastedCall })[];
  readonly remarks: readonly string[];
};

/** An answer without its request, for scripts. */
export function answerJson(
  { api, explanation, by, others }: ExplainedAnswer,
  remarks: readonly string[],
): object {
  return {
    api: api.id,
    recognisedBy: by,
    alsoKnownTo: others,
    ...explanationJson(api, explanation),
    remarks,
  };
}

/** The same for people. An API that was given is not told again. */
export function formatAnswer(
  { api, explanation, by, others }: ExplainedAnswer,
  remarks: readonly string[],
): string {
  const sure = by === 'guess' ? 'a guess, from its shape alone' : 'recognised by its error catalog';
  const also = others.length === 0 ? '' : `; ${others.join(', ')} would know it too`;
  return [
    formatExplanation(api, explanation),
    ...(by === 'given' ? [] : [row('API', `${api.title} (${sure}${also})`)]),
    ...remarks.map((remark) => row('Note', remark)),
  ].join('');
}

/** Calls for scripts, each with a draft to send. */
export function callsJson({ source, calls, remarks }: PastedReport): object {
  return {
    source,
    calls: calls.map(({ call, candidate, explanation, draft }) => ({
      api: candidate?.api.id ?? null,
      operation: candidate?.operation.id ?? null,
      recognised: candidate?.reason ?? null,
      sure: candidate?.isSure ?? false,
      startedAt: call.startedAt,
      status: call.outcome?.kind === 'response' ? call.outcome.status : null,
      ...(candidate === null || explanation === null ? {} : explanationJson(candidate.api, explanation)),
      draft: draft?.draft ?? null,
      remarks: [...call.remarks, ...(draft?.remarks ?? [])],
    })),
    remarks,
  };
}

/** Calls for people. The address is that of the draft, which holds no secret. */
export function formatCalls({ calls, remarks }: PastedReport): string {
  return [...calls.map((call) => formatCall(call)), remarks.map((remark) => row('Note', remark)).join('')]
    .filter((text) => text !== '')
    .join('\n');
}

function formatCall({ call, candidate, explanation, draft }: PastedReport['calls'][number]): string {
  if (candidate === null || draft === null) return '';
  return [
    `${draft.draft.method} ${draft.draft.url}\n`,
    row('API', `${candidate.api.title} · ${candidate.operation.title}`),
    row('Why', candidate.reason),
    ...(call.startedAt === null ? [] : [row('Sent', call.startedAt)]),
    ...[...call.remarks, ...draft.remarks].map((remark) => row('Note', remark)),
    explanation === null ? '' : formatExplanation(candidate.api, explanation),
  ].join('');
}

function explanationJson(api: ApiDefinition, { entries, nearest, ...rest }: Explanation): object {
  return { ...rest, catalog: catalogJson(api, entries), nearest: catalogJson(api, nearest) };
}
