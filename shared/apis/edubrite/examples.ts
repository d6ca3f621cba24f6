import type { DocumentedExample } from '../../definition/documented-example.ts';
import { seed as source } from './sources.ts';

const answer = {
  operation: 'refund',
  kind: 'answer',
  format: 'xml',
  source,
  defects: [],
  sampleValues: [],
} as const;
const request = { operation: 'refund', kind: 'request', status: null, format: 'form', source } as const;

const placeholderId = 'xxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx';
const groups = 'The placeholder id has groups of 7-4-4-4-8 characters; real ids are UUIDs with 8-4-4-4-12.';
const value = 'response/msgs/msg/value';
const notAllowed = refusal('0005', 'You are not allowed to perform this action.');

/** What the document prints; no-break spaces and the blank lines of the page are left out. */
export const examples: readonly DocumentedExample[] = [
  {
    ...request,
    id: 'request',
    title: 'Code snippet',
    text: 'dispatch=refund',
    printed: `Map<String, String> parameters = new HashMap<String, String>();
parameters.put("dispatch", "refund");

String retStr = connection.invokeApi("paymentTxnService.do", "chenry", parameters);
System.out.println(retStr);`,
    defects: [
      { path: 'id', slip: 'absent', reason: 'The snippet leaves out the mandatory id of the invoice.' },
      { path: '', slip: 'mended', reason: 'Printed as a call of the Java client; this is what it sends.' },
    ],
    sampleValues: [],
  },
  {
    ...request,
    id: 'request-group',
    title: 'Example of a group purchase',
    text: `dispatch=refund&id=${placeholderId}`,
    printed: `Map<String, String> parameters = new HashMap<String, String>();
parameters.put("dispatch", "refund");

parameters.put("id", "${placeholderId}");

String retStr = connection.invokeApi("paymentTxnService.do", "chenry", parameters);`,
    defects: [
      { path: 'id', slip: 'value', reason: groups },
      { path: '', slip: 'mended', reason: 'Printed as a call of the Java client; this is what it sends.' },
    ],
    sampleValues: [],
  },
  {
    ...answer,
    id: 'success',
    title: 'Successful refund',
    status: 200,
    text: `<response code="0">
    <msgs>
        <msg>
            <code>0</code>
            <value>
            <![CDATA[Success]]>
            </value>
        </msg>
    </msgs>
</response>`,
  },
  {
    ...answer,
    id: 'not-allowed',
    title: 'Unauthorized access',
    status: 401,
    text: notAllowed,
    printed: notAllowed.replace('<response ', '<response\u00a0'),
    defects: [
      {
        path: 'response',
        slip: 'mended',
        reason: 'Printed with a no-break space inside its tag, which XML does not take for a blank.',
      },
    ],
  },
  {
    ...answer,
    id: 'invoice-not-found',
    title: 'Invoice not found',
    status: null,
    text: refusal('0004', `Unable to find Invoice with matching Id ${placeholderId}.`),
    defects: [{ path: value, slip: 'value', part: placeholderId, reason: groups }],
  },
  {
    ...answer,
    id: 'not-refundable',
    title: 'Invoice not refundable',
    status: null,
    text: refusal('0231', 'Not refundable Invoice 34669703-f5b3-11e7-a6ac-0cc47a352510, status = REFUNDED'),
    sampleValues: [{ path: value, part: '34669703-f5b3-11e7-a6ac-0cc47a352510' }],
  },
];

/** An error as the document prints them. */
export function refusal(code: string, text: string): string {
  return `<response code="-1">
    <msgs>
        <msg>
            <code>${code}</code>
            <value><![CDATA[${text}]]></value>
        </msg>
    </msgs>
</response>`;
}
