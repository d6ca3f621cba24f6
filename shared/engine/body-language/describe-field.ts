import type { FieldSpec, FieldType } from '../../definition/field-spec.ts';
import type { Source } from '../../model/source.ts';

const typeWords: Record<FieldType, string> = {
  text: 'text',
  integer: 'whole number',
  amount: 'amount',
  boolean: 'true or false',
  choice: 'one of a few values',
  object: 'object',
  list: 'list',
  any: 'anything',
};

/** Type and need in a few words: `amount in INR, required`. */
export function fieldType({ type, amount, required }: FieldSpec): string {
  const currency = amount === undefined ? '' : ` in ${unitWords(amount)}`;
  return `${typeWords[type]}${currency}, ${required ? 'required' : 'optional'}`;
}

/** What is known of a field, one sentence an entry: meaning, type, limits, example, source and how sure it is. */
export function describeField(spec: FieldSpec): readonly string[] {
  const { help, choices, maxLength, amount, example, source, limitSource } = spec;
  return [
    help,
    `Type: ${fieldType(spec)}.`,
    ...(choices === undefined ? [] : [`Allowed: ${choices.join(', ')}.`]),
    ...(maxLength === undefined ? [] : [`At most ${maxLength} characters.`]),
    ...(amount === undefined ? [] : [decimalWords(amount.decimals)]),
    ...(example === undefined ? [] : [`Example: ${example}`]),
    `From: ${sourceWords(source)}.`,
    ...(limitSource === undefined ? [] : [`The limit is from: ${sourceWords(limitSource)}.`]),
  ];
}

function unitWords({ unit, currency }: NonNullable<FieldSpec['amount']>): string {
  return unit === 'minor' ? `the smallest unit of ${currency}` : currency;
}

function decimalWords(decimals: number): string {
  return decimals === 0 ? 'No decimals.' : `At most ${decimals} decimals.`;
}

/** Title and confidence; an assumption says that it is one. */
function sourceWords({ origin, title, confidence }: Source): string {
  return origin === 'assumption' ? `our assumption (${confidence}): ${title}` : `${title} (${confidence})`;
}
