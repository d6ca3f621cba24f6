import type { Authentication, LoginAnswer, SessionValues } from '../../definition/authentication.ts';
import { setCookieValue } from '../../model/headers.ts';
import { readServiceResponse } from './response-messages.ts';
import { sealing } from './sealing.ts';
import { codeList } from './sources.ts';

const connectUrl = '{{edubrite.baseUrl}}/oltpublish/site/connect.do';

/** Two requests to the connect service, each of which yields a cookie. */
export const authentication: Authentication = {
  kind: 'session',
  note: 'Two requests to connect.do open a session, which is reused until EduBrite ends it or an API credential changes. EduBrite limits how many sessions a site may open.',
  identity: ['edubrite.baseUrl', 'edubrite.username', 'edubrite.password', 'edubrite.encryption'],
  steps: [
    {
      id: 'connect',
      title: 'Connection',
      method: 'GET',
      url: connectUrl,
      headers: [],
      body: { kind: 'none' },
      // The Java client looks at the cookie only, not at the status of this first answer.
      read: ({ headers }) => readCookie(headers, 'SESSION_ID', 'sessionId'),
    },
    {
      id: 'login',
      title: 'Login',
      method: 'POST',
      url: connectUrl,
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Cookie', 'SESSION_ID={{$session.sessionId}}'],
      ],
      body: {
        kind: 'form',
        fields: [
          { name: 'username', value: '{{edubrite.username}}' },
          { name: 'password', value: '{{edubrite.password}}' },
        ],
        main: null,
      },
      read: readLogin,
    },
  ],
  sealing,
  lifetime: {
    text: 'How long a session lives is not published. The code 0174 says that it is over.',
    source: codeList,
  },
  isExpired: ({ body }) =>
    readServiceResponse(body)?.messages.some((message) => message.code === '0174') ?? false,
};

/** A 200 without SESSION_INFO is a failed login too. A server may change SESSION_ID here, as after any login. */
function readLogin({ status, headers }: LoginAnswer): SessionValues | null {
  const info = readCookie(headers, 'SESSION_INFO', 'sessionInfo');
  if (status !== 200 || info === null) return null;
  return { ...readCookie(headers, 'SESSION_ID', 'sessionId'), ...info };
}

/** An empty cookie is how a server takes one away. */
function readCookie(headers: LoginAnswer['headers'], cookie: string, name: string): SessionValues | null {
  const value = setCookieValue(headers, cookie) ?? '';
  return value === '' ? null : { [name]: value };
}
