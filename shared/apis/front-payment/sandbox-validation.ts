import { jsonMember, jsonText, memberText } from '../../formats/json.ts';
import { compareAmounts, parseAmount } from '../../model/amount.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** More digits than any order has; the page names no limit, and the sandbox has to keep what it is given. */
const keptAmount = /^-?\d{1,20}(?:\.\d{1,10})?$/;

/**
 * The sentences of a 417, in the order of the fields. Their wording follows recorded answers of the demo server
 * (older Laravel English, camelCase names written as words); which of them this call gives was not observed.
 */
export function validateRefund(root: JsonNode | null): readonly string[] {
  return [...validateParts(root), ...validateReversal(root)];
}

export function validateApproval(root: JsonNode | null): readonly string[] {
  const message = isBlank(jsonMember(root, 'message')) ? [required('message')] : [];
  return [...validateParts(root), ...message];
}

export function validateType(root: JsonNode | null, allowed: readonly string[]): readonly string[] {
  if (isBlank(jsonMember(root, 'type'))) return [required('type')];
  return allowed.includes(memberText(root, 'type') ?? '') ? [] : ['The selected type is invalid.'];
}

function validateParts(root: JsonNode | null): readonly string[] {
  return [
    ...validateType(root, ['regular']),
    ...validateAmount(jsonMember(root, 'grandTotal'), 'grand total'),
    ...validateProducts(jsonMember(root, 'products')),
  ];
}

function validateProducts(products: JsonNode | null): readonly string[] {
  if (isBlank(products)) return [required('products')];
  if (products?.kind !== 'array') return ['The products must be an array.'];
  if (products.items.length === 0) return [required('products')];
  return products.items.flatMap((item, index) => [
    ...validateNumber(jsonMember(item, 'id'), `products.${index}.id`),
    ...validateAmount(jsonMember(item, 'amount'), `products.${index}.amount`),
  ]);
}

function validateReversal(root: JsonNode | null): readonly string[] {
  const node = jsonMember(root, 'isReversal');
  if (isBlank(node)) return [required('is reversal')];
  const flag = node?.kind === 'boolean' || /^[01]$/.test(jsonText(node) ?? '');
  return flag ? [] : ['The is reversal field must be true or false.'];
}

function validateAmount(node: JsonNode | null, name: string): readonly string[] {
  const sentences = validateNumber(node, name);
  if (sentences.length > 0) return sentences;
  const text = jsonText(node) ?? '';
  if (!keptAmount.test(text)) return [`The ${name} format is invalid.`];
  return compareAmounts(text, '0') > 0 ? [] : [`The ${name} must be greater than 0.`];
}

function validateNumber(node: JsonNode | null, name: string): readonly string[] {
  if (isBlank(node)) return [required(name)];
  return parseAmount(jsonText(node) ?? '').ok ? [] : [`The ${name} must be a number.`];
}

function isBlank(node: JsonNode | null): boolean {
  return node === null || node.kind === 'null' || (node.kind === 'string' && node.text.trim() === '');
}

function required(name: string): string {
  return `The ${name} field is required.`;
}
