import * as v from 'valibot';

import type { FieldSpec } from '../../definition/field-spec.ts';
import { defineSandbox, type SandboxResponse } from '../../definition/sandbox-definition.ts';
import { type FormField, formValue } from '../../formats/form.ts';
import { parseXml } from '../../formats/xml.ts';
import type { XmlElement } from '../../model/parsed-body.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { assumption, type Source } from '../../model/source.ts';
import { mostItems, namespaceOf } from './check-request.ts';
import { namespace, readItems, type RefundItem } from './refund-request.ts';
import { refundRequest, requestField } from './request-fields.ts';
import { writeResults } from './sandbox-answer.ts';
import { credentials, formatOf, messages, plain, readFields, refuse, respond } from './sandbox-call.ts';
import { type Ledger, refundItems } from './sandbox-ledger.ts';
import { payments, series, transactions } from './sandbox-payments.ts';
import { scenarios } from './scenarios.ts';
import { errorCodes, httpStatusCodes, seed } from './sources.ts';

const order = assumption('the codes are documented, the order of the checks is not');
const schema = assumption('no document says how broken XML or too many refunds are refused');
const failedItem = assumption('no document says what a refused item looks like');

export const sandbox = defineSandbox<Ledger>({
  basePath: '/demo',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: () => false,
  schema: v.any(),
  describe: () => [],
  seed: () => ({ payments, nextRefundId: '1001' }),
  handle: (request, state) => {
    if (request.path !== '/site/SRDonationAPI')
      return {
        state,
        response: plain(404, `nothing is served at ${request.path}`, assumption('not documented')),
      };
    if (request.method !== 'POST')
      return { state, response: plain(405, 'the call is a POST', httpStatusCodes) };
    return answerCall(readFields(request), state);
  },
});

type Handled = { readonly response: SandboxResponse; readonly state: Ledger };

function answerCall(fields: readonly FormField[], state: Ledger): Handled {
  const format = formatOf(fields);
  const items = checkCall(fields);
  if (!items.ok) {
    const { code, reason, source } = items.error;
    return { state, response: refuse({ code, message: messages[code], reason, source }, fields) };
  }
  const { ledger, results } = refundItems(state, items.value);
  const refused = results.flatMap((result) => (result.success ? [] : [result.reason]));
  const done = `${results.length - refused.length} of ${results.length} recorded`;
  const response = respond(
    200,
    writeResults(results, format),
    format,
    [done, ...refused].join('; '),
    refused.length > 0 ? failedItem : seed,
  );
  return { state: ledger, response };
}

type Refusal = {
  readonly code: keyof typeof messages;
  readonly reason: string;
  readonly source: Source;
};

function checkCall(fields: readonly FormField[]): Result<readonly RefundItem[], Refusal> {
  const value = (name: string): string => formValue(fields, name) ?? '';
  const refusal = (code: Refusal['code'], reason: string, source: Source = order) =>
    fail({ code, reason, source });
  if (value('api_key') !== credentials['luminate.apiKey'])
    return refusal('2', 'api_key is missing or not the demo key', errorCodes);
  if (value('method') !== 'refundTransaction') return refusal('6', 'method is not refundTransaction');
  if (value('v') === '') return refusal('9', 'v is missing');
  if (value('v') !== '1.0') return refusal('6', 'v is not 1.0');
  const known =
    value('login_name') === credentials['luminate.loginName'] &&
    value('login_password') === credentials['luminate.loginPassword'];
  if (!known) return refusal('3', 'login_name or login_password is not that of the demo account');
  if (value(requestField).trim() === '') return refusal('9', `${requestField} is missing`);
  const xml = parseXml(value(requestField));
  if (!xml.ok)
    return refusal('1', `the XML is not well-formed at line ${xml.error.line}: ${xml.error.message}`, schema);
  const fault = findSchemaFault(xml.value);
  if (fault !== null) return refusal('1', fault, schema);
  const items = readItems(xml.value);
  if (items.length === 0) return refusal('1', 'the request lists no refund', schema);
  if (items.length > mostItems)
    return refusal('1', `${items.length} refunds are more than ${mostItems}`, schema);
  return ok(items);
}

/** What Luminate does with XML that is off the schema is not documented; the sandbox takes none of it. */
function findSchemaFault(root: XmlElement): string | null {
  if (root.localName !== refundRequest.name)
    return `the root is ${root.localName}, not ${refundRequest.name}`;
  if (namespaceOf(root) !== namespace) return `the root is not in the namespace ${namespace}`;
  return findFaultInside(root, refundRequest);
}

function findFaultInside(element: XmlElement, spec: FieldSpec): string | null {
  for (const child of element.children) {
    const childSpec = spec.fields?.find(({ name }) => name === child.localName);
    if (childSpec === undefined) return `${child.localName} does not belong into ${spec.name}`;
    const fault =
      childSpec.fields === undefined ? findTextFault(child, childSpec) : findFaultInside(child, childSpec);
    if (fault !== null) return fault;
  }
  return null;
}

function findTextFault(element: XmlElement, spec: FieldSpec): string | null {
  const text = element.text.trim();
  const says = (what: string): string => `${spec.name} is ${text === '' ? 'empty' : text}, not ${what}`;
  switch (spec.type) {
    case 'integer':
    case 'amount':
      return /^\d+$/.test(text) ? null : says('a whole number');
    case 'boolean':
      return /^(?:true|false|0|1)$/.test(text) ? null : says('true or false');
    case 'choice':
      return spec.choices?.includes(text) === true ? null : says((spec.choices ?? []).join(' or '));
    default:
      return null;
  }
}
