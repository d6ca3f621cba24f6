import { findApi } from '../../../shared/apis/registry.ts';
import { useSandbox } from '../../stores/stores-context.tsx';

/** The plain refund of an API, and the variable of it that holds the id of what is refunded. */
export type RefundTemplate = { readonly template: string; readonly variable: string };

/**
 * How a record of this kind is refunded; `null` where that is not known. Known it is of the kind of which the plain
 * refund names one as its demo transaction.
 */
export function useRefundTemplate(api: string, kind: string): RefundTemplate | null {
  const records = useSandbox(({ state }) => state?.apis.find((one) => one.api === api)?.records);
  const template = findApi(api)?.templates.find(({ id }) => id === 'refund');
  if (template === undefined || records === undefined) return null;
  const ids = new Set(records.filter((record) => record.kind === kind).map(({ id }) => id));
  const variable = Object.entries(template.demo).find(([, value]) => ids.has(value))?.[0];
  return variable === undefined ? null : { template: template.id, variable };
}
