import { exampleOf } from '../../definition/documented-example.ts';
import type { ApiVectors } from '../../definition/vectors.ts';
import { examples } from './examples.ts';

const invoice = '34669703-f5b3-11e7-a6ac-0cc47a352510';

const known = {
  'edubrite.baseUrl': 'https://edubrite.example',
  'edubrite.adminUser': 'jdoe||',
  'edubrite.invoiceId': invoice,
  '$session.sessionId': 'example-session-id',
  '$session.sessionInfo': 'example-session-info',
};

const headers = [
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Cookie', 'SESSION_ID=example-session-id; SESSION_INFO=example-session-info'],
  ['REAL_UNAME', 'jdoe||'],
] as const;

const url = 'https://edubrite.example/oltpublish/site/paymentTxnService.do';

const success = exampleOf(examples, 'success').text;

const notAllowed = exampleOf(examples, 'not-allowed').text;
const notFound = exampleOf(examples, 'invoice-not-found').text;
const notRefundable = exampleOf(examples, 'not-refundable').text;

export const vectors: ApiVectors = {
  signatures: [],
  requests: [
    {
      title: 'a form of two pairs, both cookies and the acting user',
      template: 'refund',
      variables: known,
      method: 'POST',
      url,
      headers,
      body: `dispatch=refund&id=${invoice}`,
    },
    {
      title: 'a group purchase is the same call',
      template: 'refund-group',
      variables: known,
      method: 'POST',
      url,
      headers,
      body: `dispatch=refund&id=${invoice}`,
    },
  ],
  answers: [
    {
      title: 'success, as printed with blanks around its text',
      operation: 'refund',
      status: 200,
      body: success,
      verdict: 'accepted',
      entry: 'success',
    },
    {
      title: 'success in one line, pasted without a status',
      operation: 'refund',
      status: null,
      body: '<response code="0"><msgs><msg><code>0</code><value>Success</value></msg></msgs></response>',
      verdict: 'accepted',
      entry: 'success',
    },
    {
      title: 'success in other words',
      operation: 'refund',
      status: 200,
      body: '<response code="0"><msgs><msg><code>0</code></msg></msgs><data/></response>',
      verdict: 'accepted',
      entry: 'success',
    },
    {
      title: 'the acting user is no site admin',
      operation: 'refund',
      status: 401,
      body: notAllowed,
      verdict: 'refused',
      entry: '0005',
    },
    {
      title: 'no such invoice, as printed',
      operation: 'refund',
      status: null,
      body: notFound,
      verdict: 'refused',
      entry: '0004',
    },
    {
      title: 'no such invoice, with the status of a sibling call',
      operation: 'refund',
      status: 404,
      body: notFound,
      verdict: 'refused',
      entry: '0004',
    },
    {
      title: 'no invoice id at all',
      operation: 'refund',
      status: 404,
      body: printed('0004', 'Unable to find Invoice with matching Id .'),
      verdict: 'refused',
      entry: '0004',
    },
    {
      title: 'not found, of another call',
      operation: 'refund',
      status: 404,
      body: printed('0004', 'Unable to find Coupon with matching code ABC.'),
      verdict: 'refused',
      entry: '0004-other',
    },
    {
      title: 'refunded already',
      operation: 'refund',
      status: 403,
      body: notRefundable,
      verdict: 'refused',
      entry: '0231-refunded',
    },
    {
      title: 'refunded already, and the status is no part of the verdict',
      operation: 'refund',
      status: 200,
      body: notRefundable,
      verdict: 'refused',
      entry: '0231-refunded',
    },
    {
      title: 'not refundable because never completed',
      operation: 'refund',
      status: null,
      body: printed('0231', `Not refundable Invoice ${invoice}, status = TEMPORARY`),
      verdict: 'refused',
      entry: '0231-temporary',
    },
    {
      title: 'not refundable in a state that no page names',
      operation: 'refund',
      status: 403,
      body: printed('0231', `Not refundable Invoice ${invoice}, status = DISPUTED`),
      verdict: 'refused',
      entry: '0231',
    },
    {
      title: 'the session is over',
      operation: 'refund',
      status: 401,
      body: printed('0174', 'whatever its words are'),
      verdict: 'refused',
      entry: '0174',
    },
    {
      title: 'the general error in its one known wording',
      operation: 'refund',
      status: null,
      body: printed('0026', 'Invalid auth code'),
      verdict: 'refused',
      entry: '0026-invalid-auth-code',
    },
    {
      title: 'the general error in other words',
      operation: 'refund',
      status: null,
      body: printed('0026', 'Internal failure'),
      verdict: 'refused',
      entry: '0026',
    },
    {
      title: 'a refusal with several messages is explained by the first that is known',
      operation: 'refund',
      status: null,
      body: '<response code="-1"><msgs><msg><code>9998</code><value>?</value></msg><msg><code> 0005 </code><value>You are not allowed to perform this action.</value></msg></msgs></response>',
      verdict: 'refused',
      entry: '0005',
    },
    {
      title: 'codes are text: 5 is not 0005',
      operation: 'refund',
      status: null,
      body: '<response code="-1"><msgs><msg><code>5</code><value>x</value></msg></msgs></response>',
      verdict: 'refused',
      entry: null,
    },
    {
      title: 'an undocumented code with a documented status',
      operation: 'refund',
      status: 404,
      body: printed('9999', 'Something new'),
      verdict: 'refused',
      entry: 'status-404',
    },
    {
      title: 'a refusal without a message',
      operation: 'refund',
      status: null,
      body: '<response code="-1"><msgs/></response>',
      verdict: 'refused',
      entry: null,
    },
    {
      title: 'a root that says 0 and a message that says no prove nothing',
      operation: 'refund',
      status: 200,
      body: '<response code="0"><msgs><msg><code>0005</code><value>You are not allowed to perform this action.</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: '0005',
    },
    {
      title: 'a root that says -1 and a message that says yes prove nothing',
      operation: 'refund',
      status: 200,
      body: '<response code="-1"><msgs><msg><code>0</code><value>Success</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: 'success',
    },
    {
      title: 'one success among two messages proves nothing',
      operation: 'refund',
      status: 200,
      body: '<response code="0"><msgs><msg><code>0</code><value>Success</value></msg><msg><code>0026</code><value>x</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: 'success',
    },
    {
      title: 'a root that says 0 without any message proves nothing',
      operation: 'refund',
      status: 200,
      body: '<response code="0"/>',
      verdict: 'unknown',
      entry: null,
    },
    {
      title: 'a message of success under an undocumented root code proves nothing',
      operation: 'refund',
      status: 200,
      body: '<response code="00"><msgs><msg><code>0</code><value>Success</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: 'success',
    },
    {
      title: 'the success of another call is no refund',
      operation: 'refund',
      status: 200,
      body: '<response code="0"><msgs><msg><code>0018</code><value>User added</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: '0018',
    },
    {
      title: 'a login that worked is no refund',
      operation: 'refund',
      status: 200,
      body: '<response code="0"><msgs><msg><code>0152</code><value>x</value></msg></msgs></response>',
      verdict: 'unknown',
      entry: '0152',
    },
    {
      title: 'no-break spaces, as the page prints them, are not XML; the words are still found',
      operation: 'refund',
      status: 401,
      body: notAllowed.replace('<response ', '<response\u00a0'),
      verdict: 'unknown',
      entry: '0005',
    },
    {
      title: 'another root element',
      operation: 'refund',
      status: 200,
      body: '<result code="0"><msgs><msg><code>0</code><value>Success</value></msg></msgs></result>',
      verdict: 'unknown',
      entry: null,
    },
    {
      title: 'the error name of the Java client, from a log',
      operation: 'refund',
      status: null,
      body: 'java.lang.IllegalStateException: BAD_USERNAME_PASSWORD',
      verdict: 'unknown',
      entry: 'java-client-3',
    },
    {
      title: 'an encrypted answer that nobody opened',
      operation: 'refund',
      status: 200,
      body: 'kbqhkJ_4rt4*',
      verdict: 'unknown',
      entry: null,
    },
  ],
  journeys: [
    {
      title: 'a refund, and the same again in the same session',
      steps: [
        { template: 'refund', status: 200, verdict: 'accepted', entry: 'success', body: success },
        { template: 'refund', status: 403, verdict: 'refused', entry: '0231-refunded', body: notRefundable },
      ],
    },
    {
      title: 'a group, a program session, and what is refundable no more',
      steps: [
        { template: 'refund-group', status: 200, verdict: 'accepted', entry: 'success', body: success },
        { template: 'refund-group', status: 403, verdict: 'refused', entry: '0231-refunded' },
        {
          template: 'refund',
          set: { 'edubrite.invoiceId': '7be1f3a0-f5b4-11e7-8c3e-02420a0b0c0d' },
          status: 200,
          verdict: 'accepted',
          entry: 'success',
        },
        {
          template: 'refund',
          set: { 'edubrite.invoiceId': '90c4d8e0-f5b4-11e7-8c3e-02420a0b0c0d' },
          status: 403,
          verdict: 'refused',
          entry: '0231-temporary',
        },
        {
          template: 'refund',
          set: { 'edubrite.invoiceId': 'a77f5b10-f5b4-11e7-8c3e-02420a0b0c0d' },
          status: 403,
          verdict: 'refused',
          entry: '0231-refunded',
        },
        { template: 'refund', status: 200, verdict: 'accepted', entry: 'success' },
      ],
    },
    {
      title: 'wrong credentials stop at the login; with the right ones it goes through',
      steps: [
        {
          template: 'refund',
          set: { 'edubrite.password': 'not-the-password' },
          status: 401,
          verdict: 'refused',
          entry: '0154',
        },
        {
          template: 'refund',
          set: { 'edubrite.username': 'api_nobody' },
          status: 401,
          verdict: 'refused',
          entry: '0154',
        },
        { template: 'refund', status: 200, verdict: 'accepted', entry: 'success' },
      ],
    },
    {
      title: 'only a site admin may refund, in any form of the name',
      steps: [
        {
          template: 'refund',
          set: { 'edubrite.adminUser': 'learner' },
          status: 401,
          verdict: 'refused',
          entry: '0005',
          body: notAllowed,
        },
        {
          template: 'refund',
          set: { 'edubrite.adminUser': '|siteadmin|' },
          status: 401,
          verdict: 'refused',
          entry: '0005',
          body: notAllowed,
        },
        {
          template: 'refund',
          set: { 'edubrite.adminUser': 'siteadmin|admin@sandbox.example|' },
          status: 200,
          verdict: 'accepted',
          entry: 'success',
        },
      ],
    },
    {
      title: 'an unknown invoice changes nothing',
      steps: [
        {
          template: 'refund',
          set: { 'edubrite.invoiceId': 'xxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx' },
          status: 404,
          verdict: 'refused',
          entry: '0004',
          body: notFound,
        },
        {
          template: 'refund',
          set: { 'edubrite.invoiceId': 'A&B ]]> <c> + é' },
          status: 404,
          verdict: 'refused',
          entry: '0004',
        },
        { template: 'refund', status: 200, verdict: 'accepted', entry: 'success' },
      ],
    },
  ],
  refunds: {
    refund: [['34669703-f5b3-11e7-a6ac-0cc47a352510', null]],
    'refund-group': [['5d0a2c40-f5b4-11e7-8c3e-02420a0b0c0d', null]],
  },
  followUps: {},
};

/** An error in the form of the printed ones. */
function printed(code: string, text: string): string {
  return `<response code="-1">
    <msgs>
        <msg>
            <code>${code}</code>
            <value><![CDATA[${text}]]></value>
        </msg>
    </msgs>
</response>`;
}
