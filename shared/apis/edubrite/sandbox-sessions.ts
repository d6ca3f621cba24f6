import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import { runSandboxChecks, type SandboxCheckRule } from '../../definition/sandbox-check.ts';
import type {
  SandboxHandled,
  SandboxRequest,
  SandboxResponse,
  SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { formValue, parseForm } from '../../formats/form.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { assumption } from '../../model/source.ts';
import { formatPublicKey, parsePublicKey } from './public-key.ts';
import { connected, failure, sessionNotValid } from './sandbox-answers.ts';
import { credentials, type Session, type SessionKeys, type State } from './sandbox-ledger.ts';
import { cipher, openText, readBase64, sealText, writeBase64 } from './sealed-text.ts';
import { codeListLikely, connectionPage, javaClient } from './sources.ts';

/** EduBrite limits the sessions of a site and does not say to how many; here the oldest falls out. */
export const mostSessions = 50;

const longestRest = 30 * 60 * 1000;

/** How long a session lives is not published. */
export const lifetime = assumption(
  'that sessions end is published with code 0174, after how long is not; here it is 30 minutes since the last use',
);

/** A session that nobody used for so long is over; `now` is what the sandbox's clock says. */
export function isOver({ usedAt }: Session, now: number): boolean {
  return usedAt + longestRest <= now;
}

/** The session of a request, by both cookies, whether it is over or not. */
export function findSession({ headers }: SandboxRequest, { sessions }: State): Session | null {
  const id = cookieValue(headers, 'SESSION_ID');
  const info = cookieValue(headers, 'SESSION_INFO');
  if (id === null || info === null) return null;
  return sessions.find((session) => session.id === id && session.info === info) ?? null;
}

/** The ledger after a session was used. */
export function touchSession(state: State, used: Session, now: number): State {
  return withSession(state, { ...used, usedAt: now });
}

/** The acting user, decrypted where the session is an encrypted one; the failure says what cannot be. */
export function readActor(
  { headers }: SandboxRequest,
  { keys }: Session,
  { crypto }: SandboxTools,
): Result<string, string> {
  const actor = headerValue(headers, 'REAL_UNAME') ?? '';
  if (keys === null) return ok(actor);
  if (!crypto.hasCipher(cipher)) return fail(`the session is encrypted, and this runtime has no ${cipher} cipher`);
  const unreadable = fail('CLI_SEC_KEY or REAL_UNAME cannot be decrypted');
  try {
    const sealedKey = readBase64(headerValue(headers, 'CLI_SEC_KEY') ?? '', crypto);
    const opened = openText(actor, crypto.rsaDecrypt(keys.privateKey, sealedKey), crypto);
    return opened.ok ? opened : unreadable;
  } catch {
    return unreadable;
  }
}

/** An encrypted session gets every answer encrypted with the server's key. */
export function sealResponse(
  response: SandboxResponse,
  { keys }: Session,
  { crypto }: SandboxTools,
): SandboxResponse {
  if (keys === null) return response;
  if (!crypto.hasCipher(cipher)) return sandboxAnswer(501, `this runtime has no ${cipher} cipher`);
  return { ...response, body: sealText(response.body, crypto.fromBase64(keys.serverKey), crypto) };
}

/** Without parameters it opens a session, with credentials it logs the session in. */
export function handleConnect(
  request: SandboxRequest,
  state: State,
  tools: SandboxTools,
): SandboxHandled<State> {
  const fields = [...parseForm(request.query), ...parseForm(request.body)];
  const username = formValue(fields, 'username');
  const password = formValue(fields, 'password');
  if (username === null && password === null) return openSession(state, tools);
  const isRight =
    username === credentials['edubrite.username'] && password === credentials['edubrite.password'];
  const id = cookieValue(request.headers, 'SESSION_ID');
  const clientKey = headerValue(request.headers, 'CLI_PUB_KEY');
  const login: Login = {
    session: state.sessions.find((session) => session.id === id) ?? null,
    now: tools.clock.now(),
    isRight,
    // Keys are made for those alone who may have them: it takes time.
    exchange: isRight ? exchangeKeys(clientKey, tools) : withoutKeys,
  };
  const { refusal, checks } = runSandboxChecks(loginChecks, login);
  const { session, exchange } = login;
  if (refusal !== null || session === null || !exchange.ok)
    return { state, checks, response: refusal ?? loginRefused() };
  return { ...logIn(session, exchange.value, state, tools), checks };
}

/** Everything that the checks of a login look at. */
type Login = {
  readonly session: Session | null;
  readonly now: number;
  readonly isRight: boolean;
  readonly exchange: Result<KeyExchange, SandboxResponse>;
};

const loginChecks: readonly SandboxCheckRule<Login>[] = [
  {
    title: 'SESSION_ID is that of a session',
    source: javaClient,
    refuse: ({ session }) =>
      session === null ? sessionNotValid('the login carries no SESSION_ID of this sandbox') : null,
  },
  {
    title: 'the session is not over',
    source: lifetime,
    refuse: ({ session, now }) =>
      session !== null && isOver(session, now)
        ? sessionNotValid('the session was not used for 30 minutes')
        : null,
  },
  {
    title: 'user name and password are those of the sandbox',
    source: codeListLikely,
    refuse: ({ isRight }) => (isRight ? null : loginRefused()),
  },
  {
    title: 'with encryption: CLI_PUB_KEY is a public key that can be used',
    source: assumption('what answers a key that cannot be used is not published'),
    refuse: ({ exchange }) => (exchange.ok ? null : exchange.error),
  },
];

function openSession(state: State, tools: SandboxTools): SandboxHandled<State> {
  const now = tools.clock.now();
  const session: Session = { id: createToken(tools), info: null, keys: null, createdAt: now, usedAt: now };
  const living = state.sessions.filter((known) => !isOver(known, now));
  return {
    state: { ...state, sessions: [...living, session].slice(-mostSessions) },
    checks: [],
    response: {
      status: 200,
      contentType: 'text/xml; charset=utf-8',
      headers: [['Set-Cookie', `SESSION_ID=${session.id}; Path=/`]],
      body: '',
      reason: 'a session was opened; it still has to log in',
      source: { ...connectionPage, confidence: 'likely' },
    },
  };
}

function logIn(
  session: Session,
  { keys, headers }: KeyExchange,
  state: State,
  tools: SandboxTools,
): SandboxHandled<State> {
  const info = createToken(tools);
  const reason = keys === null ? 'the login worked' : 'the login worked; this session is encrypted';
  return {
    state: withSession(state, { ...session, info, keys, usedAt: tools.clock.now() }),
    response: connected([['Set-Cookie', `SESSION_INFO=${info}; Path=/`], ...headers], reason),
  };
}

function withSession(state: State, changed: Session): State {
  return {
    ...state,
    sessions: state.sessions.map((known) => (known.id === changed.id ? changed : known)),
  };
}

type KeyExchange = { readonly keys: SessionKeys | null; readonly headers: HeaderList };

const withoutKeys = ok({ keys: null, headers: [] });

/** A client that sends its public key wants encryption; the two keys of the server go back with the answer. */
function exchangeKeys(
  clientKey: string | null,
  { crypto }: SandboxTools,
): Result<KeyExchange, SandboxResponse> {
  if (clientKey === null) return withoutKeys;
  if (!crypto.hasCipher(cipher)) {
    return fail(sandboxAnswer(501, `encryption was asked for, and this runtime has no ${cipher} cipher`));
  }
  const publicKey = parsePublicKey(clientKey);
  if (publicKey === null) return fail(sandboxAnswer(400, 'CLI_PUB_KEY is not a public key'));
  try {
    const serverKey = crypto.randomBytes(16);
    const sealed = crypto.rsaEncrypt(publicKey.modulus, publicKey.exponent, serverKey);
    const pair = crypto.createRsaKeyPair(1024);
    return ok({
      keys: { privateKey: pair.privateKey, serverKey: crypto.toBase64(serverKey) },
      headers: [
        ['SER_PUB_KEY', formatPublicKey(pair)],
        ['SER_SEC_KEY', writeBase64(sealed, crypto)],
      ],
    });
  } catch {
    return fail(sandboxAnswer(400, 'CLI_PUB_KEY is not a usable public key'));
  }
}

function loginRefused(): SandboxResponse {
  return failure({
    status: 401,
    code: '0154',
    text: 'Connect not successful.',
    reason: 'user name and password are not those of the sandbox',
    source: assumption('code 0154 is published, its wording and HTTP status are not'),
  });
}

function createToken({ crypto }: SandboxTools): string {
  return [...crypto.randomBytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function cookieValue(headers: HeaderList, cookie: string): string | null {
  for (const pair of (headerValue(headers, 'Cookie') ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === cookie) return pair.slice(equals + 1).trim();
  }
  return null;
}
