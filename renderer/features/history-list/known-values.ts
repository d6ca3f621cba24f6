import { apis } from '../../../shared/apis/registry.ts';
import type { KnownValue, KnownValues } from '../../../shared/engine/complete-history-query.ts';
import { facetChoices } from '../../../shared/engine/parse-history-query.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { classWords } from '../words.ts';

/** What filters may ask for: everything that is defined, and the tags and tickets of the exchanges at hand. */
export function knownValues(
  environments: readonly Environment[],
  entries: readonly ExchangeSummary[],
): KnownValues {
  return {
    ...Object.fromEntries(
      Object.entries(facetChoices).map(([key, values]) => [
        key,
        values.map((value) => ({ value, detail: '' })),
      ]),
    ),
    api: apis.map(({ id, title }) => ({ value: id, detail: title })),
    env: environments.map(({ name, environmentClass }) => ({
      value: name,
      detail: classWords[environmentClass].word,
    })),
    template: apis.flatMap((api) => api.templates.map(({ id, title }) => ({ value: id, detail: title }))),
    code: unique(
      apis.flatMap((api) =>
        api.catalog.flatMap(({ code, title }) => (code === null ? [] : [{ value: code, detail: title }])),
      ),
    ),
    status: ['2xx', '4xx', '5xx'].map((value) => ({ value, detail: '' })),
    tag: unique(entries.flatMap(({ annotation }) => annotation.tags.map((value) => ({ value, detail: '' })))),
    ticket: unique(
      entries.flatMap(({ annotation: { ticket } }) => (ticket === '' ? [] : [{ value: ticket, detail: '' }])),
    ),
  };
}

/** Two providers may use one code. */
function unique(values: readonly KnownValue[]): readonly KnownValue[] {
  return [...new Map(values.toReversed().map((known) => [known.value, known])).values()].toReversed();
}
