import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { sandboxes } from '../../../shared/apis/sandboxes.ts';
import type { HashComparison } from '../../../shared/model/hash-comparison.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';
import { tracesOf } from '../../support/traces-of.ts';
import { valueOf } from '../../support/value-of.ts';

const secret = sandboxes.get('payu')?.variables['payu.clientSecret'] ?? '';
const merchant = '8238480';
const payment = '403993715529606983';
const right = `${merchant}|TICKET-4417-01|500.00|${secret}`;

function hashOf(text: string, algorithm = 'sha512'): string {
  return createHash(algorithm).update(text).digest('hex');
}

async function compare(
  hash: string,
  set: Readonly<Record<string, string>> = {},
  workbench: TestWorkbench = openTestWorkbench(),
  environmentId = 'sandbox',
): Promise<HashComparison> {
  const { draft, overrides } = sendInput('payu', 'refund', set);
  return valueOf(await workbench.handlers['signature.compare']({ draft, environmentId, overrides, hash }));
}

describe('the right hash', () => {
  it('is called equal', async () => {
    expect(await compare(hashOf(right))).toMatchObject({ verdict: 'equal', remarks: [], differences: [] });
  });

  it.each([
    [
      'in upper case',
      hashOf(right).toUpperCase(),
      'Its letters are in upper case, and lower case is wanted.',
    ],
    ['with a line break', `${hashOf(right)}\n`, 'There were blanks or line breaks around it.'],
    ['in quotes', `"${hashOf(right)}"`, 'There were quotes or other signs around it.'],
    [
      'in two lines',
      hashOf(right).replace(/^.{64}/, '$&\n'),
      'There were blanks, line breaks or colons inside of it.',
    ],
    ['after its name', `SHA512:${hashOf(right)}`, 'The name of the algorithm stood before it.'],
    [
      'in Base64',
      Buffer.from(hashOf(right), 'hex').toString('base64'),
      'It is written in Base64, and hexadecimal digits are wanted.',
    ],
  ])('is known %s', async (_title, hash, remark) => {
    expect(await compare(hash)).toMatchObject({
      verdict: 'other-notation',
      remarks: [remark],
      advice: 'hash takes 128 lower-case hexadecimal digits and nothing else.',
    });
  });

  it.each([
    ['cut off', hashOf(right).slice(0, 100), 'A part of the right hash: 100 of its 128 digits.'],
    ['with more after it', `${hashOf(right)}00ff`, 'The right hash, with 4 digits too many around it.'],
    [
      'with a digit mistyped',
      hashOf(right).replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      'Nearly the right hash: digit 1 is wrong.',
    ],
  ])('is known %s', async (_title, hash, headline) => {
    expect(await compare(hash)).toMatchObject({ verdict: 'near', headline });
  });
});

describe('what is no SHA-512', () => {
  it.each([
    ['MD5', 'md5'],
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
    ['SHA-384', 'sha384'],
  ])('is known as the %s of the right text', async (title, algorithm) => {
    expect(await compare(hashOf(right, algorithm))).toMatchObject({
      verdict: 'explained',
      headline: `The right text, but hashed with ${title}.`,
      advice: 'Have them use SHA-512; everything else is right.',
    });
  });

  it('is told by its length where its text is another one', async () => {
    const comparison = await compare(hashOf('something else', 'md5'));
    expect(comparison).toMatchObject({ verdict: 'no-hash', headline: 'This is no SHA-512.' });
    expect(comparison.remarks).toEqual([
      'It has 32 digits, which is MD5 and not SHA-512: have them change that as well.',
    ]);
  });

  it('is found with another algorithm and another amount', async () => {
    const comparison = await compare(hashOf(right.replace('500.00', '500'), 'sha256'));
    expect(comparison).toMatchObject({ verdict: 'explained' });
    expect(comparison.remarks[0]).toContain('which is SHA-256 and not SHA-512');
    expect(comparison.differences[0]?.what).toBe('Their text has the amount 500, and the body has 500.00.');
  });

  it.each([
    ['the placeholder of the document', '8t7qweyuigadhsc8317', 'It is the placeholder that the document'],
    ['a word', 'not-a-hash', 'Hexadecimal has the digits 0 to 9 and a to f, and this has "n".'],
    ['nothing', '  ', 'There is nothing in it.'],
    ['digits of another number', 'abcdef12', 'It has 8 hexadecimal digits, and SHA-512 has 128.'],
  ])('may be %s', async (_title, hash, remark) => {
    const comparison = await compare(hash);
    expect(comparison).toMatchObject({ verdict: 'no-hash', headline: 'This is no SHA-512.' });
    expect(comparison.remarks.at(-1)).toContain(remark);
  });
});

const rest = `${merchant}|TICKET-4417-01`;

describe('another text is named', () => {
  it.each([
    ['500', 'has the amount 500, and the body has 500.00'],
    ['500.0', 'has the amount 500.0, and the body has 500.00'],
    ['500.000', 'has the amount 500.000, and the body has 500.00'],
    ['50000', 'has the amount 50000, and the body has 500.00'],
    ['500,00', 'has the amount 500,00, and the body has 500.00'],
    ['500.00 ', 'has a blank after amount'],
    ['"500.00"', 'has quotes around amount'],
  ])('by its amount %s', async (amount, what) => {
    expect(await first(`${rest}|${amount}|${secret}`)).toBe(`Their text ${what}.`);
  });

  it.each([
    ['23.12', '23.120', 'has the amount 23.120, and the body has 23.12'],
    ['23.10', '23.1', 'has the amount 23.1, and the body has 23.10'],
    ['23.12', '2312', 'has the amount 2312, and the body has 23.12'],
    ['1234.5', '1,234.50', 'has the amount 1,234.50, and the body has 1234.5'],
    ['500', '500.00', 'has the amount 500.00, and the body has 500'],
    ['500', '5.00', 'has the amount 5.00, and the body has 500'],
  ])('by the amount: the body has %s, and they hashed %s', async (amount, theirs, what) => {
    const { differences } = await compare(hashOf(`${rest}|${theirs}|${secret}`), { 'payu.amount': amount });
    expect(differences[0]?.what).toBe(`Their text ${what}.`);
    expect(differences[0]?.base).toBe(`${rest}|${theirs}|••••••••`);
  });

  it.each<[string, string, string]>([
    [
      'the id of the payment for that of the refund',
      `${merchant}|${payment}|500.00|${secret}`,
      `has payu_id (${payment}) where refund_id (TICKET-4417-01) belongs`,
    ],
    [
      'the reseller for the merchant',
      `1212312213|TICKET-4417-01|500.00|${secret}`,
      'has reseller_id (1212312213) where merchant_id (8238480) belongs',
    ],
    [
      'another order',
      `TICKET-4417-01|${merchant}|500.00|${secret}`,
      'has the pieces in the order refund_id, merchant_id, amount, payu.clientSecret',
    ],
    [
      'the secret first',
      `${secret}|${rest}|500.00`,
      'has the pieces in the order payu.clientSecret, merchant_id, refund_id, amount',
    ],
    ['no separator', right.replaceAll('|', ''), 'has nothing between the pieces'],
    ['commas', right.replaceAll('|', ','), 'has , between the pieces'],
    ['blanks around the bars', right.replaceAll('|', ' | '), 'has " | ", with blanks between the pieces'],
    ['a line break at the end', `${right}\n`, 'ends in a line break'],
    ['a bar at the end', `${right}|`, 'ends in |'],
    ['a bar at the start', `|${right}`, 'starts with |'],
    [
      'quotes',
      right
        .split('|')
        .map((piece) => `"${piece}"`)
        .join('|'),
      'has double quotes around every piece',
    ],
    [
      'names',
      `merchant_id=${merchant}&refund_id=TICKET-4417-01&amount=500.00&client_secret=${secret}`,
      'has & between the pieces; and it has every piece as name=value',
    ],
    ['one piece missing', `${rest}|${secret}`, 'leaves amount out'],
    ['no secret', `${rest}|500.00`, 'leaves payu.clientSecret out'],
    ['an empty secret', `${rest}|500.00|`, 'has nothing where the secret belongs'],
    [
      'one piece more',
      `${merchant}|${payment}|TICKET-4417-01|500.00|${secret}`,
      `has payu_id (${payment}) as one piece more, before refund_id`,
    ],
    ['a secret with a blank', `${rest}|500.00|${secret} `, 'has a blank after the secret'],
    ['a secret in upper case', `${rest}|500.00|${secret.toUpperCase()}`, 'has the secret in upper case'],
    [
      'a placeholder',
      `${rest}|500.00|{{payu.clientSecret}}`,
      'has the text {{payu.clientSecret}} where the secret belongs',
    ],
    [
      'a refund id in lower case',
      right.toLowerCase().replace(secret.toLowerCase(), secret),
      'has refund_id in lower case (ticket-4417-01), and the body has TICKET-4417-01',
    ],
    [
      'the access token for the secret',
      `${rest}|500.00|${sandboxes.get('payu')?.variables['payu.accessToken']}`,
      'uses payu.accessToken in place of payu.clientSecret of this environment',
    ],
    [
      'two differences',
      `TICKET-4417-01|${merchant}|500|${secret}`,
      'has the amount 500, and the body has 500.00; and it has the pieces in the order refund_id, merchant_id, amount, payu.clientSecret',
    ],
  ])('with %s', async (_title, text, what) => {
    expect(await first(text)).toBe(`Their text ${what}.`);
  });

  it('where a program read the id of the payment as a number', async () => {
    const { draft } = sendInput('payu', 'refund-status');
    const workbench = openTestWorkbench();
    // What JavaScript prints for 403993715529606983.
    const hash = hashOf(`${merchant}|403993715529607000|${secret}`);
    const overrides = { 'payu.payuId': payment };
    const compared = valueOf(
      await workbench.handlers['signature.compare']({ draft, environmentId: 'sandbox', overrides, hash }),
    );
    expect(String(Number(payment))).toBe('403993715529607000');
    expect(compared.differences[0]?.what).toBe(
      `Their text has the payu_id 403993715529607000, and the body has ${payment}.`,
    );
  });

  it.each([
    ['without the secret in the text', `${rest}|500.00`, ''],
    ['with a bar at the end', `${rest}|500.00|`, ' and a separator at the end'],
    ['with the secret in the text, too', right, ' and as a piece as well'],
  ])('as an HMAC %s', async (_title, text, detail) => {
    const hash = createHmac('sha512', secret).update(text).digest('hex');
    const { differences } = await compare(hash);
    expect(differences[0]?.what).toBe(
      `Their text is not hashed but goes through HMAC, with payu.clientSecret as the key${detail}.`,
    );
  });

  it('as the whole body', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund');
    const body = `{"refund_id":"TICKET-4417-01","payu_id":${payment},"merchant_id":"${merchant}","reseller_id":"1212312213","amount":500.00}`;
    const { draft, environmentId, overrides } = input;
    const hash = hashOf(body);
    const compared = valueOf(
      await workbench.handlers['signature.compare']({ draft, environmentId, overrides, hash }),
    );
    expect(compared.differences[0]?.what).toContain('is the whole body, without its hash and without blanks');
  });

  it('as one with the secret of another environment, which is named and not told', async () => {
    const workbench = openTestWorkbench();
    const values = { 'payu.clientSecret': 'invented-live-secret-5121' };
    const live = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('')), {
      environmentClass: 'production',
      values,
    });
    const compared = await compare(hashOf(`${rest}|500.00|invented-live-secret-5121`), {}, workbench);
    expect(compared.differences[0]?.what).toBe(
      'Their text uses payu.clientSecret of the environment payu production in place of payu.clientSecret of this environment.',
    );
    expect(tracesOf({ ...values, demo: secret }, JSON.stringify(compared))).toEqual([]);
    const back = await compare(hashOf(right), {}, workbench, live.environmentId);
    expect(back.differences[0]?.what).toContain('uses payu.clientSecret of the environment Local sandbox');
    expect(live.connectionCount()).toBe(0);
  });
});

describe('what nothing explains', () => {
  it('is said, with what to ask for, after a bounded number of tries', async () => {
    const comparison = await compare(hashOf('nothing of this request'));
    expect(comparison.verdict).toBe('unexplained');
    expect(comparison.differences).toEqual([]);
    expect(comparison.advice).toContain('Ask the other side for the text that they hash, without the secret');
    expect(comparison.tried).toBeGreaterThan(1000);
    expect(comparison.tried).toBeLessThanOrEqual(6000);
  });

  it('an API without a signature has nothing to compare with', async () => {
    const { draft, environmentId, overrides } = sendInput('luminate', 'refund');
    const { handlers } = openTestWorkbench();
    const compared = await handlers['signature.compare']({ draft, environmentId, overrides, hash: 'ab' });
    expect(compared).toMatchObject({ ok: false, error: [{ code: 'bad-input' }] });
  });

  it('a draft that cannot be signed names what it lacks', async () => {
    const { draft, environmentId } = sendInput('payu', 'refund');
    const { handlers } = openTestWorkbench();
    const overrides = { 'payu.refundId': '' };
    const compared = await handlers['signature.compare']({ draft, environmentId, overrides, hash: 'ab' });
    expect(compared).toMatchObject({ ok: false, error: [{ code: 'empty-variable' }] });
  });
});

it('a secret that somebody put into the body is not told in any other way of writing it', async () => {
  const workbench = openTestWorkbench();
  const values = { 'payu.clientSecret': 'Canary-Secret-77', 'payu.accessToken': 'Canary-Token-78' };
  const provider = await openProvider(workbench, 'payu', () => undefined, { values });
  const { draft, environmentId, overrides } = provider.input('refund');
  if (draft.body.kind !== 'text') throw new Error('The refund has no body');
  const text = draft.body.text.replace('{{payu.refundId}}', '{{payu.accessToken}}');
  const changed = { ...draft, body: { ...draft.body, text } };
  for (const theirs of ['CANARY-TOKEN-78', 'canary-token-78', '"Canary-Token-78"', 'Canary-Token-78 ']) {
    const hash = hashOf(`${merchant}|${theirs}|500.00|Canary-Secret-77`);
    const compared = await workbench.handlers['signature.compare']({
      draft: changed,
      environmentId,
      overrides,
      hash,
    });
    expect(valueOf(compared).verdict).toBe('explained');
    expect(JSON.stringify(compared).toLowerCase()).not.toContain('canary-token-78');
  }
});

async function first(text: string): Promise<string | undefined> {
  const { verdict, differences } = await compare(hashOf(text));
  expect(verdict).toBe('explained');
  return differences[0]?.what;
}
