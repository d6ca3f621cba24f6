import type { FieldSpec } from '../../definition/field-spec.ts';
import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxCheckRule } from '../../definition/sandbox-check.ts';
import type { SandboxRequest, SandboxResponse } from '../../definition/sandbox-definition.ts';
import { type FormField, formValue } from '../../formats/form.ts';
import { parseXml } from '../../formats/xml.ts';
import type { SyntaxProblem, XmlElement } from '../../model/parsed-body.ts';
import type { Result } from '../../model/result.ts';
import { assumption, type Source } from '../../model/source.ts';
import { mostItems, namespaceOf } from './check-request.ts';
import { namespace, readItems, type RefundItem } from './refund-request.ts';
import { refundRequest, requestField } from './request-fields.ts';
import { accountWithoutPermission, credentials, messages, readFields, refuse } from './sandbox-call.ts';
import { errorCodes, httpStatusCodes, seed } from './sources.ts';

export const callPath = '/site/SRDonationAPI';

const order = assumption('the codes are documented, the order of the checks is not');
const schema = assumption('no document says how broken XML or too many refunds are refused');

/** Longer numbers are refused; none that Luminate gives or takes has as many digits. */
const mostDigits = 30;

/** How much of a text stands in a reason. */
const longestExcerpt = 60;

/** A call with everything that is read from it. */
export type LuminateCall = {
  readonly request: SandboxRequest;
  readonly fields: readonly FormField[];
  readonly xml: Result<XmlElement, SyntaxProblem>;
  /** In the order they are written; none where the XML is broken. */
  readonly items: readonly RefundItem[];
};

export function readCall(request: SandboxRequest): LuminateCall {
  const fields = readFields(request);
  const xml = parseXml(formValue(fields, requestField) ?? '');
  return { request, fields, xml, items: xml.ok ? readItems(xml.value) : [] };
}

/** Everything that is checked before the refunds are looked at one by one, in order. */
export const callChecks: readonly SandboxCheckRule<LuminateCall>[] = [
  {
    title: `the path is ${callPath}`,
    source: seed,
    refuse: ({ request: { path } }) =>
      path === callPath
        ? null
        : sandboxAnswer(404, `nothing is served at ${path}`, assumption('not documented')),
  },
  {
    title: 'the method is POST',
    source: httpStatusCodes,
    refuse: ({ request: { method } }) =>
      method === 'POST' ? null : sandboxAnswer(405, 'the call is a POST', httpStatusCodes),
  },
  {
    title: 'api_key is that of the site',
    source: order,
    refuse: (call) =>
      valueOf(call, 'api_key') === credentials['luminate.apiKey']
        ? null
        : refusal(call, '2', 'api_key is missing or not the demo key', errorCodes),
  },
  {
    title: 'the address is on the allow-list of the site; that of the sandbox has every address',
    source: order,
    refuse: () => null,
  },
  {
    title: 'method is refundTransaction',
    source: order,
    refuse: (call) =>
      valueOf(call, 'method') === 'refundTransaction'
        ? null
        : refusal(call, '6', 'method is not refundTransaction'),
  },
  { title: 'v is 1.0', source: order, refuse: refuseVersion },
  { title: 'login_name and login_password belong together', source: order, refuse: refuseLogin },
  {
    title: 'the account may refund',
    source: order,
    refuse: (call) =>
      valueOf(call, 'login_name') === accountWithoutPermission
        ? refusal(call, '3', 'the account lacks the permission to refund')
        : null,
  },
  {
    title: `${requestField} is there`,
    source: order,
    refuse: (call) =>
      valueOf(call, requestField).trim() === '' ? refusal(call, '9', `${requestField} is missing`) : null,
  },
  { title: 'the XML is well-formed', source: schema, refuse: refuseBroken },
  {
    title: `the root is ${refundRequest.name} in the namespace of Luminate`,
    source: schema,
    refuse: refuseRoot,
  },
  {
    title: 'every element is one of the document and holds what its type says',
    source: schema,
    refuse: (call) => {
      const fault = call.xml.ok ? findFaultInside(call.xml.value, refundRequest) : null;
      return fault === null ? null : refusal(call, '1', fault, schema);
    },
  },
  {
    title: `the call has from 1 to ${mostItems} refunds`,
    source: schema,
    refuse: (call) => {
      const { length } = call.items;
      if (length === 0) return refusal(call, '1', 'the request lists no refund', schema);
      return length > mostItems
        ? refusal(call, '1', `${length} refunds are more than ${mostItems}`, schema)
        : null;
    },
  },
];

function valueOf({ fields }: LuminateCall, name: string): string {
  return formValue(fields, name) ?? '';
}

function refusal(
  { fields }: LuminateCall,
  code: keyof typeof messages,
  reason: string,
  source: Source = order,
): SandboxResponse {
  return refuse({ code, message: messages[code], reason, source }, fields);
}

function refuseVersion(call: LuminateCall): SandboxResponse | null {
  const version = valueOf(call, 'v');
  if (version === '1.0') return null;
  return version === '' ? refusal(call, '9', 'v is missing') : refusal(call, '6', 'v is not 1.0');
}

function refuseLogin(call: LuminateCall): SandboxResponse | null {
  const names = [credentials['luminate.loginName'], accountWithoutPermission];
  const isKnown =
    names.includes(valueOf(call, 'login_name')) &&
    valueOf(call, 'login_password') === credentials['luminate.loginPassword'];
  return isKnown ? null : refusal(call, '3', 'login_name or login_password is not that of the demo account');
}

function refuseBroken(call: LuminateCall): SandboxResponse | null {
  if (call.xml.ok) return null;
  const { line, message } = call.xml.error;
  return refusal(call, '1', `the XML is not well-formed at line ${line}: ${excerpt(message)}`, schema);
}

function refuseRoot(call: LuminateCall): SandboxResponse | null {
  if (!call.xml.ok) return null;
  const root = call.xml.value;
  if (root.localName !== refundRequest.name)
    return refusal(call, '1', `the root is ${excerpt(root.localName)}, not ${refundRequest.name}`, schema);
  return namespaceOf(root) === namespace
    ? null
    : refusal(call, '1', `the root is not in the namespace ${namespace}`, schema);
}

/** What Luminate does with XML that is off the schema is not documented; the sandbox takes none of it. */
function findFaultInside(element: XmlElement, spec: FieldSpec): string | null {
  for (const child of element.children) {
    const childSpec = spec.fields?.find(({ name }) => name === child.localName);
    if (childSpec === undefined) return `${excerpt(child.localName)} does not belong into ${spec.name}`;
    const fault =
      childSpec.fields === undefined ? findTextFault(child, childSpec) : findFaultInside(child, childSpec);
    if (fault !== null) return fault;
  }
  return null;
}

function findTextFault(element: XmlElement, spec: FieldSpec): string | null {
  const text = element.text.trim();
  const says = (what: string): string =>
    `${spec.name} is ${text === '' ? 'empty' : excerpt(text)}, not ${what}`;
  switch (spec.type) {
    case 'integer':
    case 'amount':
      if (!/^\d+$/.test(text)) return says('a whole number');
      return text.length > mostDigits ? says(`of up to ${mostDigits} digits`) : null;
    case 'boolean':
      return /^(?:true|false|0|1)$/.test(text) ? null : says('true or false');
    case 'choice':
      return spec.choices?.includes(text) === true ? null : says((spec.choices ?? []).join(' or '));
    default:
      return null;
  }
}

function excerpt(text: string): string {
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
}
