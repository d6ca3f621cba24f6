import { execFileSync } from 'node:child_process';
import { constants, createPublicKey, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { formatPublicKey, parsePublicKey } from '../../../../shared/apis/edubrite/public-key.ts';
import { readBase64, writeBase64 } from '../../../../shared/apis/edubrite/sealed-text.ts';
import { sealing } from '../../../../shared/apis/edubrite/sealing.ts';
import type { HeaderList } from '../../../../shared/model/headers.ts';

describe('public keys', () => {
  it('writes modulus and exponent in base 36, joined by a comma', () => {
    expect(formatPublicKey({ modulus: 'ff', exponent: '10001' })).toBe('73,1ekh');
  });

  it('reads back every digit of a 1024-bit key, in either case', () => {
    const { modulus, exponent } = nodeCrypto.createRsaKeyPair(1024);
    const text = formatPublicKey({ modulus, exponent });
    for (const written of [text, text.toUpperCase(), ` ${text} `]) {
      const read = parsePublicKey(written);
      expect(BigInt(`0x${read?.modulus}`)).toBe(BigInt(`0x${modulus}`));
      expect(BigInt(`0x${read?.exponent}`)).toBe(65537n);
    }
  });

  it.each([
    ['nothing', ''],
    ['two empty parts', ','],
    ['one part', '73'],
    ['three parts', '73,1ekh,1'],
    ['a negative part', '73,-1'],
    ['a blank inside', '7 3,1ekh'],
    ['another separator', '73;1ekh'],
    ['a part that is too long', `${'1'.repeat(801)},1ekh`],
  ])('does not take %s for a key', (_title, text) => expect(parsePublicKey(text)).toBeNull());
});

describe('the Base64 variant', () => {
  const bytes = new Uint8Array([0xfb, 0xff, 0xfe, 0x00]);

  it('writes - for +, _ for / and * for =', () => {
    expect(Buffer.from(bytes).toString('base64')).toBe('+//+AA==');
    expect(writeBase64(bytes, nodeCrypto)).toBe('-__-AA**');
  });

  it('reads either alphabet', () => {
    for (const text of ['-__-AA**', '+//+AA==', '+_/-AA*=', '+//+AA']) {
      expect(readBase64(text, nodeCrypto)).toEqual(bytes);
    }
  });
});

describe('the exchange of keys', () => {
  const serverKey = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

  it('opens the key of the server and seals its own for it', () => {
    const server = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const session = sealing.begin(nodeCrypto);
    const [[name, clientPublicKey] = []] = sealing.loginHeaders(session);
    expect(name).toBe('CLI_PUB_KEY');
    const accepted = sealing.accept(
      answer([
        ['ser_pub_key', formatJwk(server.publicKey.export({ format: 'jwk' }))],
        ['SER_SEC_KEY', sealFor(clientPublicKey ?? '', serverKey)],
      ]),
      session,
      nodeCrypto,
    );
    if (!accepted.ok) throw new Error(accepted.error);
    expect(accepted.value['serverKey']).toBe(serverKey.toString('base64'));
    const { headers } = sealing.sealRequest(
      { method: 'POST', url: 'https://edubrite.example', headers: [], body: 'id=1' },
      { ...session, ...accepted.value },
      nodeCrypto,
    );
    expect(headers.map(([header]) => header)).toEqual(['CLI_SEC_KEY']);
    const padding = constants.RSA_PKCS1_PADDING;
    const sealed = readBase64(headers[0]?.[1] ?? '', nodeCrypto);
    expect(privateDecrypt({ key: server.privateKey, padding }, sealed).toString('base64')).toBe(
      session['clientKey'],
    );
  });

  it.each<[string, HeaderList, string]>([
    ['no keys', [], 'lacks the keys of the server'],
    ['one key', [['SER_PUB_KEY', '73,1ekh']], 'lacks the keys of the server'],
    [
      'no public key',
      [
        ['SER_PUB_KEY', '?'],
        ['SER_SEC_KEY', 'AA**'],
      ],
      'holds no RSA key',
    ],
    [
      'an unusable key',
      [
        ['SER_PUB_KEY', '73,1ekh'],
        ['SER_SEC_KEY', 'AA**'],
      ],
      'cannot be used',
    ],
  ])('refuses a login with %s in a sentence', (_title, headers, words) => {
    const accepted = sealing.accept(answer(headers), sealing.begin(nodeCrypto), nodeCrypto);
    expect(accepted).toEqual({ ok: false, error: expect.stringContaining(words) });
  });
});

/** Plain Node has no Blowfish, so these run in a Node that has. */
describe('with Blowfish', () => {
  it('encrypts the acting user as the known vector says, and leaves the parameters alone', () => {
    const sealed = runWithBlowfish(`
      sealing.sealRequest(
        { method: 'POST', url: '', headers: [['Cookie', 'a=b'], ['Real_Uname', 'jdoe||']], body: 'dispatch=refund' },
        { clientKey: Buffer.from('00112233445566778899aabbccddeeff', 'hex').toString('base64'), sealedClientKey: 'sealed' },
        nodeCrypto,
      )`);
    expect(sealed).toEqual({
      method: 'POST',
      url: '',
      headers: [
        ['Cookie', 'a=b'],
        ['Real_Uname', 'kbqhkJ_4rt4*'],
        ['CLI_SEC_KEY', 'sealed'],
      ],
      body: 'dispatch=refund',
    });
  });

  it('opens answers in either alphabet, and says so where it cannot', () => {
    const opened = runWithBlowfish(`
      ['kbqhkJ_4rt4*', 'kbqhkJ/4rt4=', '<response/>', 'kbqhkJ_4rt8A', 'no cipher text'].map((body) =>
        sealing.openBody(body, { serverKey: 'ABEiM0RVZneImaq7zN3u/w==' }, nodeCrypto))`);
    const misfit = { ok: false, error: 'it does not fit the key of this session.' };
    expect(opened).toEqual([
      { ok: true, value: 'jdoe||' },
      { ok: true, value: 'jdoe||' },
      { ok: false, error: 'it came unencrypted.' },
      misfit,
      misfit,
    ]);
  });

  it('refunds once through an encrypted session of the sandbox', () => {
    const answers = runWithBlowfish(`
      (() => {
        let session = sealing.begin(nodeCrypto);
        const id = cookie(call('connect.do', sealing.loginHeaders(session), ''));
        const credentials = new URLSearchParams({
          username: sandbox.variables['edubrite.username'],
          password: sandbox.variables['edubrite.password'],
        }).toString();
        const login = call('connect.do', [['Cookie', id], ...sealing.loginHeaders(session)], credentials);
        const accepted = sealing.accept({ ...login, body: { kind: 'empty' } }, session, nodeCrypto);
        session = { ...session, ...accepted.value };
        return ['learner', 'siteadmin||', 'siteadmin'].map((user) => {
          const request = sealing.sealRequest(
            {
              method: 'POST',
              url: '',
              headers: [['Cookie', id + '; ' + cookie(login)], ['REAL_UNAME', user]],
              body: 'dispatch=refund&id=' + sandbox.transactions[0].id,
            },
            session,
            nodeCrypto,
          );
          const { status, body } = call('paymentTxnService.do', request.headers, request.body);
          return { status, sealed: /^[\\w*-]+$/.test(body), opened: sealing.openBody(body, session, nodeCrypto) };
        });
      })()`);
    expect(answers).toEqual([
      {
        status: 401,
        sealed: true,
        opened: { ok: true, value: expect.stringContaining('<code>0005</code>') },
      },
      {
        status: 200,
        sealed: true,
        opened: { ok: true, value: expect.stringContaining('<![CDATA[Success]]>') },
      },
      {
        status: 403,
        sealed: true,
        opened: { ok: true, value: expect.stringContaining('status = REFUNDED') },
      },
    ]);
  });

  it('gives an orderly answer to keys and names that fit nothing', () => {
    const answers = runWithBlowfish(`
      (() => {
        const session = sealing.begin(nodeCrypto);
        const id = cookie(call('connect.do', [], ''));
        const credentials = new URLSearchParams({
          username: sandbox.variables['edubrite.username'],
          password: sandbox.variables['edubrite.password'],
        }).toString();
        const logIn = (key) => call('connect.do', [['Cookie', id], ['CLI_PUB_KEY', key]], credentials);
        const keys = ['', '?', '0,0', '1,1', '73,1ekh', 'z'.repeat(200) + '0,1ekh', 'z'.repeat(800) + ',' + 'z'.repeat(800)];
        const refused = keys.map((key) => logIn(key).status);
        const cookies = id + '; ' + cookie(logIn(session.clientPublicKey));
        const names = ['', '?', 'AAAA', 'kbqhkJ_4rt4*', 'A'.repeat(10_000)];
        const unread = names.flatMap((name) => names.map((key) =>
          call('paymentTxnService.do', [['Cookie', cookies], ['REAL_UNAME', name], ['CLI_SEC_KEY', key]], '').status));
        return { refused, unread: [...new Set(unread)] };
      })()`);
    expect(answers).toEqual({ refused: Array.from({ length: 7 }, () => 400), unread: [400] });
  });
});

/**
 * Evaluates an expression over the real modules, and over calls of a fresh sandbox, in a Node whose OpenSSL still has
 * Blowfish.
 */
function runWithBlowfish(expression: string): unknown {
  const module = (path: string): string =>
    JSON.stringify(new URL(`../../../../${path}`, import.meta.url).href);
  const script = `
    import { nodeCrypto } from ${module('electron/adapters/node-crypto.ts')};
    import { sandbox } from ${module('shared/apis/edubrite/sandbox.ts')};
    import { sealing } from ${module('shared/apis/edubrite/sealing.ts')};
    let state = sandbox.seed();
    const call = (path, headers, body) => {
      const handled = sandbox.handle(
        { method: 'POST', path: '/oltpublish/site/' + path, query: '', headers, body },
        state,
        { crypto: nodeCrypto, clock: { now: () => 0 } },
      );
      state = handled.state;
      return handled.response;
    };
    const cookie = ({ headers }) => headers.find(([name]) => name === 'Set-Cookie')[1].split(';')[0];
    process.stdout.write(JSON.stringify(${expression}));`;
  const options = ['--openssl-legacy-provider', '--input-type=module', '--eval', script];
  const output = execFileSync(process.execPath, options, { encoding: 'utf8', stdio: 'pipe' });
  return JSON.parse(output) as unknown;
}

function answer(headers: HeaderList) {
  return { status: 200, headers, body: { kind: 'empty' } } as const;
}

function formatJwk({ n = '', e = '' }: { n?: string; e?: string }): string {
  const hex = (part: string): string => Buffer.from(part, 'base64url').toString('hex');
  return formatPublicKey({ modulus: hex(n), exponent: hex(e) });
}

/** What the server does with its Blowfish key. */
function sealFor(clientPublicKey: string, serverKey: Buffer): string {
  const { modulus = '', exponent = '' } = parsePublicKey(clientPublicKey) ?? {};
  const part = (hex: string): string =>
    Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
  const key = createPublicKey({
    key: { kty: 'RSA', n: part(modulus), e: part(exponent) },
    format: 'jwk',
  });
  const sealed = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, serverKey);
  return sealed.toString('base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '*');
}
