import { findApi } from '../../../shared/apis/registry.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';

/** The title of the template that an exchange came from. */
export function exchangeTitle({ api, template }: ExchangeSummary): string {
  const found = findApi(api)?.templates.find(({ id }) => id === template);
  return found?.title ?? `${api} request`;
}
