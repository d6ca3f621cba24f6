import { type HeaderList, headerValue } from '../../../shared/model/headers.ts';
import { fetchTransport } from '../../support/bare-client.ts';
import type { PrintedDocument, PrintedResponse } from '../../support/printed-document.ts';

type Call = {
  readonly id: string;
  /** Who acts, where it is not the site administrator of the sandbox. */
  readonly user?: string;
};

/** The invoice that the last sample names; one person's purchase, ACTIVE in a fresh ledger. */
const sample: Call = { id: '34669703-f5b3-11e7-a6ac-0cc47a352510' };
const placeholder: Call = { id: 'xxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx' };

const blanks = 'the page indents with no-break spaces, which are no blanks in XML; here they are plain ones';

const responses: readonly PrintedResponse<Call>[] = [
  {
    where: '1. Response on successful refund, lines 45-69',
    printedStatus: 'HttpServletResponse.SC_OK',
    status: 200,
    code: '0',
    message: 'Success',
    body: `<response code="0">

    <msgs>

        <msg>

            <code>0</code>

            <value>

            <![CDATA[Success]]>

            </value>

        </msg>

    </msgs>

</response>`,
    erratum: [{ why: blanks }],
    entry: 'success',
    confidence: 'certain',
    natural: [sample],
    pick: 'success',
    asked: sample,
  },
  {
    where: '2. Response for unauthorized access, lines 73-95',
    printedStatus: 'HttpServletResponse.SC_UNAUTHORIZED',
    status: 401,
    code: '0005',
    message: 'You are not allowed to perform this action.',
    body: `<response code="-1">

    <msgs>

        <msg>

            <code>0005</code>

            <value><![CDATA[You are not allowed to perform this action.]]></value>

        </msg>

    </msgs>

</response>`,
    erratum: [{ why: blanks }],
    entry: '0005',
    confidence: 'certain',
    natural: [{ ...sample, user: 'learner' }],
    pick: '0005',
    asked: sample,
  },
  {
    where: 'Error response when invoice not found, lines 97-115',
    printedStatus: null,
    status: 404,
    code: '0004',
    message: 'Unable to find Invoice with matching Id xxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx.',
    body: `<response code="-1">

    <msgs>

        <msg>

            <code>0004</code>

            <value><![CDATA[Unable to find Invoice with matching Id xxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx.]]></value>

        </msg>

    </msgs>

</response>`,
    erratum: [{ why: blanks }, { why: 'no status is printed; a sibling page answers SC_NOT_FOUND' }],
    entry: '0004',
    confidence: 'likely',
    natural: [placeholder],
    pick: '0004',
    asked: placeholder,
  },
  {
    where: 'Error response when invoice is not in refundable state (already refunded), lines 117-133',
    printedStatus: null,
    status: 403,
    code: '0231',
    message: 'Not refundable Invoice 34669703-f5b3-11e7-a6ac-0cc47a352510, status = REFUNDED',
    body: `<response code="-1">

    <msgs>

        <msg>

            <code>0231</code>

            <value><![CDATA[Not refundable Invoice 34669703-f5b3-11e7-a6ac-0cc47a352510, status = REFUNDED]]></value>

        </msg>

    </msgs>

</response>`,
    erratum: [{ why: blanks }, { why: 'no status is printed; 403 is a guess' }],
    entry: '0231-refunded',
    confidence: 'guess',
    natural: [sample, sample],
    pick: '0231-refunded',
    asked: sample,
  },
];

/** "API - Refund" of EduBrite, the first document (000). */
export const edubrite: PrintedDocument<Call> = {
  api: 'edubrite',
  notPrinted: {
    '0231': 'the heading says "not in refundable state"; the one state that is printed is REFUNDED',
  },
  responses,
  openClient: async ({ url, given }) => {
    const site = `${url}/oltpublish/site`;
    const opened = await fetchTransport({
      method: 'GET',
      url: `${site}/connect.do`,
      headers: [],
      body: null,
    });
    const session = cookieOf(opened.headers);
    const loggedIn = await fetchTransport({
      method: 'POST',
      url: `${site}/connect.do`,
      headers: [
        ['Cookie', session],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: new URLSearchParams({
        username: given('edubrite.username'),
        password: given('edubrite.password'),
      }).toString(),
    });
    const cookies = `${session}; ${cookieOf(loggedIn.headers)}`;
    return ({ id, user = given('edubrite.adminUser') }) => ({
      method: 'POST',
      url: `${site}/paymentTxnService.do`,
      headers: [
        ['Cookie', cookies],
        ['REAL_UNAME', `${user}||`],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: new URLSearchParams({ dispatch: 'refund', id }).toString(),
    });
  },
};

function cookieOf(headers: HeaderList): string {
  return (headerValue(headers, 'Set-Cookie') ?? '').split(';')[0] ?? '';
}
