import type { JsonValue } from '../../formats/json.ts';
import { writeJson } from '../../formats/json.ts';
import { escapeXml } from '../../formats/xml.ts';
import { minorToMajor } from '../../model/amount.ts';
import type { ItemResult } from './sandbox-ledger.ts';

/** Named texts in order; what an answer is made of before it becomes XML or JSON. */
type Fields = readonly (readonly [name: string, value: string | Fields])[];

const envelope =
  'xsi:schemaLocation="http://convio.com/crm/v1.0 http://service.convio.net/xmlschema/crm.public.v1.xsd" xmlns="http://convio.com/crm/v1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** The results as the document prints them: indented XML, or JSON in its own order with a list of one collapsed. */
export function writeResults(results: readonly ItemResult[], format: 'xml' | 'json'): string {
  if (format === 'xml') {
    const list: Fields = results.map((result) => ['refundResult', xmlFields(result)]);
    return writeXml('refundResponse', [['refundResultList', list]]);
  }
  const list = results.map((result) => toJson(jsonFields(result)));
  const [only] = list;
  const refundResult = list.length === 1 && only !== undefined ? only : list;
  return writeJson({ refundResponse: { refundResultList: { refundResult } } });
}

export function writeError(code: string, message: string, format: 'xml' | 'json'): string {
  return format === 'xml'
    ? writeXml('errorResponse', [
        ['code', code],
        ['message', message],
      ])
    : writeJson({ errorResponse: { code, message } });
}

function xmlFields(result: ItemResult): Fields {
  if (!result.success) return failedFields(result);
  const amount = (cents: string): Fields => [
    ['decimal', cents],
    ['formatted', formatCents(cents)],
  ];
  return [
    ['full_refund', isFull(result)],
    ['initial_amount', amount(result.initial)],
    ['final_amount', amount(result.final)],
    ['refund_amount', amount(result.refund)],
    ['payment_processor_transaction_id', result.payment.processorId],
    ['payment_transaction_id', result.payment.id],
    ['refund_transaction_id', result.refundId],
    ['success', 'true'],
  ];
}

function jsonFields(result: ItemResult): Fields {
  if (!result.success) return failedFields(result);
  const amount = (cents: string): Fields => [
    ['formatted', formatCents(cents)],
    ['decimal', cents],
  ];
  return [
    ['payment_transaction_id', result.payment.id],
    ['refund_transaction_id', result.refundId],
    ['full_refund', isFull(result)],
    ['final_amount', amount(result.final)],
    ['initial_amount', amount(result.initial)],
    ['refund_amount', amount(result.refund)],
    ['payment_processor_transaction_id', result.payment.processorId],
    ['success', 'true'],
  ];
}

/** Our assumption: no document shows a failed item. */
function failedFields({ paymentId }: Extract<ItemResult, { success: false }>): Fields {
  const id: Fields = paymentId === null ? [] : [['payment_transaction_id', paymentId]];
  return [...id, ['success', 'false']];
}

function isFull({ final }: Extract<ItemResult, { success: true }>): string {
  return String(final === '0');
}

function formatCents(cents: string): string {
  return `$${minorToMajor(cents).replaceAll(/\B(?=(?:\d{3})+\.)/g, ',')}`;
}

function writeXml(root: string, fields: Fields): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${envelope}>\n${writeElements(fields, '  ')}</${root}>`;
}

function writeElements(fields: Fields, indent: string): string {
  return fields
    .map(([name, value]) =>
      typeof value === 'string'
        ? `${indent}<${name}>${escapeXml(value)}</${name}>\n`
        : `${indent}<${name}>\n${writeElements(value, `${indent}  `)}${indent}</${name}>\n`,
    )
    .join('');
}

function toJson(fields: Fields): JsonValue {
  return Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value : toJson(value)]),
  );
}
