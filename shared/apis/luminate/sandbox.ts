import type { FieldSpec } from '../../definition/field-spec.ts';
import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
} from '../../definition/sandbox-definition.ts';
import { type FormField, formValue, parseForm } from '../../formats/form.ts';
import { parseXml } from '../../formats/xml.ts';
import { headerValue } from '../../model/headers.ts';
import type { XmlElement } from '../../model/parsed-body.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { assumption, type Source } from '../../model/source.ts';
import { mostItems, namespaceOf } from './check-request.ts';
import { namespace, readItems, type RefundItem } from './refund-request.ts';
import { refundRequest, requestField } from './request-fields.ts';
import { writeError, writeResults } from './sandbox-answer.ts';
import { type Ledger, refundItems } from './sandbox-ledger.ts';
import { payments, series, transactions } from './sandbox-payments.ts';
import { errorCodes, httpStatusCodes, seed } from './sources.ts';

const credentials = {
  'luminate.apiKey': 'sandbox-api-key-not-a-real-one',
  'luminate.loginName': 'sandbox-api-user',
  'luminate.loginPassword': 'sandbox-password-not-a-real-one',
};

/** Only the sample for code 2 prints a whole message; for the others it is the first sentence of the code list. */
const messages = {
  '1': 'Unable to process request.',
  '2': 'Incorrect API key. Verify that the value of the parameter api_key matches the value of the SDP CONVIO_API_KEY.',
  '3': 'Authorization failed.',
  '6': 'No method specified or the method specified is invalid.',
  '9': 'One or more required parameters were missing from the request.',
} as const;

const order = assumption('the codes are documented, the order of the checks is not');
const schema = assumption('no document says how broken XML or too many refunds are refused');
const failedItem = assumption('no document says what a refused item looks like');

export const sandbox = defineSandbox<Ledger>({
  basePath: '/demo',
  variables: credentials,
  transactions,
  series,
  scenarios: [],
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
  const format = formValue(fields, 'response_format') === 'json' ? 'json' : 'xml';
  const items = checkCall(fields);
  if (!items.ok) {
    const { code, reason, source } = items.error;
    const status = suppressesCodes(fields) ? 200 : 403;
    const body = writeError(code, messages[code], format);
    return { state, response: respond(status, body, format, reason, source) };
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

/** A servlet reads fields from the query too; a body of another type it does not read. */
function readFields(request: SandboxRequest): readonly FormField[] {
  const type = headerValue(request.headers, 'content-type') ?? '';
  const isForm = type.toLowerCase().includes('application/x-www-form-urlencoded');
  return [...(isForm ? parseForm(request.body) : []), ...parseForm(request.query)];
}

/** The document and the page on HTTP statuses spell the name differently. */
function suppressesCodes(fields: readonly FormField[]): boolean {
  return ['suppress_response_codes', 'suppress_result_codes'].some(
    (name) => formValue(fields, name) === 'true',
  );
}

type Refusal = {
  readonly code: keyof typeof messages;
  readonly reason: string;
  readonly source: Source;
};

function checkCall(fields: readonly FormField[]): Result<readonly RefundItem[], Refusal> {
  const value = (name: string): string => formValue(fields, name) ?? '';
  const refuse = (code: Refusal['code'], reason: string, source: Source = order) =>
    fail({ code, reason, source });
  if (value('api_key') !== credentials['luminate.apiKey'])
    return refuse('2', 'api_key is missing or not the demo key', errorCodes);
  if (value('method') !== 'refundTransaction') return refuse('6', 'method is not refundTransaction');
  if (value('v') === '') return refuse('9', 'v is missing');
  if (value('v') !== '1.0') return refuse('6', 'v is not 1.0');
  const known =
    value('login_name') === credentials['luminate.loginName'] &&
    value('login_password') === credentials['luminate.loginPassword'];
  if (!known) return refuse('3', 'login_name or login_password is not that of the demo account');
  if (value(requestField).trim() === '') return refuse('9', `${requestField} is missing`);
  const xml = parseXml(value(requestField));
  if (!xml.ok)
    return refuse('1', `the XML is not well-formed at line ${xml.error.line}: ${xml.error.message}`, schema);
  const fault = findSchemaFault(xml.value);
  if (fault !== null) return refuse('1', fault, schema);
  const items = readItems(xml.value);
  if (items.length === 0) return refuse('1', 'the request lists no refund', schema);
  if (items.length > mostItems)
    return refuse('1', `${items.length} refunds are more than ${mostItems}`, schema);
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

function respond(
  status: number,
  body: string,
  format: 'xml' | 'json',
  reason: string,
  source: Source,
): SandboxResponse {
  const contentType = format === 'xml' ? 'text/xml; charset=UTF-8' : 'application/json; charset=UTF-8';
  return { status, contentType, headers: [], body, reason, source };
}

function plain(status: number, reason: string, source: Source): SandboxResponse {
  const contentType = 'text/plain; charset=utf-8';
  return { status, contentType, headers: [], body: `Sandbox: ${reason}.\n`, reason, source };
}
