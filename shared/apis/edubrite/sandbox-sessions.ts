import type { SandboxRequest, SandboxResponse, SandboxTools } from '../../definition/sandbox-definition.ts';
import { formValue, parseForm } from '../../formats/form.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { assumption } from '../../model/source.ts';
import { formatPublicKey, parsePublicKey } from './public-key.ts';
import { connected, failure, plain, sessionNotValid } from './sandbox-answers.ts';
import { credentials, type Session, type SessionKeys, type State } from './sandbox-ledger.ts';
import { cipher, openText, readBase64, sealText, writeBase64 } from './sealed-text.ts';
import { connectionPage } from './sources.ts';

/** EduBrite limits the sessions of a site and does not say to how many; here the oldest falls out. */
const mostSessions = 50;

export type Handled = { readonly response: SandboxResponse; readonly state: State };

/** Without parameters it opens a session, with credentials it logs the session in. */
export function handleConnect(request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const fields = [...parseForm(request.query), ...parseForm(request.body)];
  const username = formValue(fields, 'username');
  const password = formValue(fields, 'password');
  if (username === null && password === null) return openSession(state, tools);
  const id = cookieValue(request.headers, 'SESSION_ID');
  const session = state.sessions.find((candidate) => candidate.id === id);
  if (session === undefined) {
    return { state, response: sessionNotValid('the login carries no SESSION_ID of this sandbox') };
  }
  if (username !== credentials['edubrite.username'] || password !== credentials['edubrite.password']) {
    return { state, response: loginRefused() };
  }
  return logIn(session, request, state, tools);
}

/** The session of a request, by both cookies. */
export function findSession(request: SandboxRequest, state: State): Session | null {
  const id = cookieValue(request.headers, 'SESSION_ID');
  const info = cookieValue(request.headers, 'SESSION_INFO');
  return (
    state.sessions.find((session) => session.id === id && info !== null && session.info === info) ?? null
  );
}

/** The acting user, decrypted where the session is an encrypted one. */
export function readActor(
  request: SandboxRequest,
  { keys }: Session,
  { crypto }: SandboxTools,
): Result<string, SandboxResponse> {
  const actor = headerValue(request.headers, 'REAL_UNAME') ?? '';
  if (keys === null) return ok(actor);
  const unreadable = fail(plain(400, 'CLI_SEC_KEY or REAL_UNAME cannot be decrypted'));
  try {
    const sealedKey = readBase64(headerValue(request.headers, 'CLI_SEC_KEY') ?? '', crypto);
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
  if (!crypto.hasCipher(cipher)) return plain(501, `this runtime has no ${cipher} cipher`);
  return { ...response, body: sealText(response.body, crypto.fromBase64(keys.serverKey), crypto) };
}

function openSession(state: State, tools: SandboxTools): Handled {
  const session: Session = { id: createToken(tools), info: null, keys: null };
  return {
    state: { ...state, sessions: [...state.sessions, session].slice(-mostSessions) },
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

function logIn(session: Session, request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const exchanged = exchangeKeys(headerValue(request.headers, 'CLI_PUB_KEY'), tools);
  if (!exchanged.ok) return { state, response: exchanged.error };
  const { keys, headers } = exchanged.value;
  const info = createToken(tools);
  const reason = keys === null ? 'the login worked' : 'the login worked; this session is encrypted';
  return {
    state: {
      ...state,
      sessions: state.sessions.map((known) => (known.id === session.id ? { ...known, info, keys } : known)),
    },
    response: connected([['Set-Cookie', `SESSION_INFO=${info}; Path=/`], ...headers], reason),
  };
}

type KeyExchange = { readonly keys: SessionKeys | null; readonly headers: HeaderList };

/** A client that sends its public key wants encryption; the two keys of the server go back with the answer. */
function exchangeKeys(
  clientKey: string | null,
  { crypto }: SandboxTools,
): Result<KeyExchange, SandboxResponse> {
  if (clientKey === null) return ok({ keys: null, headers: [] });
  if (!crypto.hasCipher(cipher)) {
    return fail(plain(501, `encryption was asked for, and this runtime has no ${cipher} cipher`));
  }
  const publicKey = parsePublicKey(clientKey);
  if (publicKey === null) return fail(plain(400, 'CLI_PUB_KEY is not a public key'));
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
    return fail(plain(400, 'CLI_PUB_KEY is not a usable public key'));
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
