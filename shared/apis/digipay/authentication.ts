import type { Authentication, LoginAnswer, SessionValues } from '../../definition/authentication.ts';
import { jsonMember, memberText } from '../../formats/json.ts';
import { authenticationPage } from './sources.ts';

/** Client id and secret key buy a token, which the refund carries as `Authorization: Token …`. */
export const authentication: Authentication = {
  kind: 'session',
  note: 'A login with client id and secret key (HTTP Basic) yields a token. The refund carries it as "Authorization: Token …", beside the CompanyID header.',
  identity: ['digipay.baseUrl', 'digipay.clientId', 'digipay.secretKey'],
  steps: [
    {
      id: 'authenticate',
      title: 'Authenticate',
      method: 'POST',
      url: '{{digipay.baseUrl}}/digipay/v3/auth/authenticate',
      headers: [['accept', 'application/json']],
      body: { kind: 'none' },
      basic: { user: 'digipay.clientId', password: 'digipay.secretKey' },
      read: readToken,
    },
  ],
  lifetime: {
    text: 'How long a token lives is said only in the expiry_time of the login answer, without a time zone.',
    source: authenticationPage,
  },
  readValidUntil: ({ body }) =>
    body.kind === 'json' ? memberText(jsonMember(body.root, 'data'), 'expiry_time') : null,
  isExpired: ({ status }) => status === 401,
};

/** The documented answer is `{"status_code":200,"data":{"access_token":"…","expiry_time":"…"}}`. */
function readToken({ status, body }: LoginAnswer): SessionValues | null {
  if (status !== 200 || body.kind !== 'json') return null;
  const token = memberText(jsonMember(body.root, 'data'), 'access_token');
  return token === null || token === '' ? null : { token };
}
