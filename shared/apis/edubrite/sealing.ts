import type { LoginAnswer, Sealing, SessionValues } from '../../definition/authentication.ts';
import { headerValue } from '../../model/headers.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Crypto } from '../../ports/crypto.ts';
import { formatPublicKey, parsePublicKey } from './public-key.ts';
import { cipher, openText, readBase64, sealText, writeBase64 } from './sealed-text.ts';

/**
 * EduBrite's "API Encryption". Each side makes a Blowfish key and sends it under the other's RSA key; the client
 * encrypts the acting user with its own key, the server its answers with the server's. Parameters stay readable.
 * Source: the vendor's Java client.
 */
export const sealing: Sealing = {
  variable: 'edubrite.encryption',
  cipher,
  begin: (crypto) => {
    const pair = crypto.createRsaKeyPair(1024);
    return {
      clientPublicKey: formatPublicKey(pair),
      clientPrivateKey: pair.privateKey,
      clientKey: crypto.toBase64(crypto.randomBytes(16)),
    };
  },
  loginHeaders: (session) => [['CLI_PUB_KEY', session['clientPublicKey'] ?? '']],
  accept: acceptServerKeys,
  sealRequest,
  openBody: (body, session, crypto) =>
    body.trimStart().startsWith('<')
      ? fail('it came unencrypted.')
      : openText(body, crypto.fromBase64(session['serverKey'] ?? ''), crypto),
};

function acceptServerKeys(
  answer: LoginAnswer,
  session: SessionValues,
  crypto: Crypto,
): Result<SessionValues, string> {
  const publicKeyText = headerValue(answer.headers, 'SER_PUB_KEY') ?? '';
  const sealedServerKey = headerValue(answer.headers, 'SER_SEC_KEY') ?? '';
  if (publicKeyText === '' || sealedServerKey === '') {
    return fail(
      'Encryption is on here, but the answer to the login lacks the keys of the server (SER_PUB_KEY, SER_SEC_KEY). "API Encryption" is probably off at the site.',
    );
  }
  const publicKey = parsePublicKey(publicKeyText);
  if (publicKey === null) return fail('The header SER_PUB_KEY of the answer to the login holds no RSA key.');
  const { modulus, exponent } = publicKey;
  try {
    const serverKey = crypto.rsaDecrypt(
      session['clientPrivateKey'] ?? '',
      readBase64(sealedServerKey, crypto),
    );
    const clientKey = crypto.fromBase64(session['clientKey'] ?? '');
    return ok({
      serverKey: crypto.toBase64(serverKey),
      sealedClientKey: writeBase64(crypto.rsaEncrypt(modulus, exponent, clientKey), crypto),
    });
  } catch {
    return fail(
      'The keys that the server sent with the answer to the login (SER_PUB_KEY, SER_SEC_KEY) cannot be used.',
    );
  }
}

function sealRequest(request: RequestParts, session: SessionValues, crypto: Crypto): RequestParts {
  const clientKey = crypto.fromBase64(session['clientKey'] ?? '');
  const headers = request.headers.map(
    ([name, value]) =>
      [name, name.toUpperCase() === 'REAL_UNAME' ? sealText(value, clientKey, crypto) : value] as const,
  );
  return { ...request, headers: [...headers, ['CLI_SEC_KEY', session['sealedClientKey'] ?? '']] };
}
