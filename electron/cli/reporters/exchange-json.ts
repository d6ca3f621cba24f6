import type { Preview } from '../../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';

/** A catalog entry as scripts see it. */
export function catalogJson(api: ApiDefinition, ids: readonly string[]): readonly object[] {
  return ids.flatMap((id) => {
    const entry = api.catalog.find((candidate) => candidate.id === id);
    return entry === undefined ? [] : [entryJson(entry)];
  });
}

/** An exchange as scripts see it; bodies are exact text, secrets are references. */
export function exchangeJson(api: ApiDefinition, exchange: Exchange): object {
  const step = exchange.main ?? exchange.login.at(-1) ?? null;
  const { explanation } = exchange;
  return {
    api: api.id,
    template: exchange.draft.template,
    environment: exchange.environment.id,
    step: step?.step ?? null,
    request: step?.request ?? null,
    outcome: step?.outcome === undefined || step.outcome === null ? null : outcomeJson(step.outcome),
    verdict: explanation?.verdict ?? 'unknown',
    headline: explanation?.headline ?? null,
    meaning: explanation?.meaning ?? null,
    remedy: explanation?.remedy ?? null,
    resend: explanation?.resend ?? null,
    catalog: catalogJson(api, explanation?.entries ?? []),
    equallyGood: explanation?.equallyGood ?? 0,
    nearest: catalogJson(api, explanation?.nearest ?? []),
    items: explanation?.items ?? [],
    identifiers: explanation?.identifiers ?? [],
    notes: explanation?.notes ?? [],
    warnings: exchange.warnings,
    signature: exchange.trace,
    generated: exchange.generated,
    login: exchange.login.map(({ step: id, title, request, outcome }) => ({
      step: id,
      title,
      request,
      outcome: outcome === null ? null : outcomeJson(outcome),
    })),
    startedAt: exchange.startedAt,
    historyId: exchange.id,
  };
}

/** A dry run as scripts see it. */
export function previewJson(
  target: { readonly api: string; readonly template: string; readonly environment: string },
  preview: Preview,
): object {
  const { request, login, trace, generated, effect, problems, stops, warnings } = preview;
  const made = { request, signature: trace, generated, login, effect };
  return { ...target, dryRun: true, ...made, problems, stops, warnings };
}

function entryJson(entry: CatalogEntry): object {
  const { id, code, message, title, meaning, remedy, resend, status, source } = entry;
  return {
    id,
    code,
    message,
    title,
    meaning,
    remedy,
    resend,
    status,
    source: source.title,
    origin: source.origin,
    confidence: source.confidence,
  };
}

function outcomeJson(outcome: Outcome): object {
  if (outcome.kind === 'response') {
    const { kind, status, headers, body, timings } = outcome;
    const { text, base64, charset, truncated } = body;
    return {
      kind,
      status,
      headers,
      body: text,
      base64,
      charset,
      truncated,
      timings,
      phase: null,
      code: null,
    };
  }
  const { kind, timings, phase, code, message, requestLeft } = outcome;
  return { kind, status: null, headers: [], body: null, timings, phase, code, message, requestLeft };
}
