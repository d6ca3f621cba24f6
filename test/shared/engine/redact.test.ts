import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRedactor, type NamedSecret, redactDeep } from '../../../shared/engine/redact.ts';
import { escapeXml } from '../../../shared/formats/xml.ts';

const reference = '{{demo.secret}}';

function redact(text: string, ...values: readonly string[]): string {
  return createRedactor(values.map((value) => ({ name: 'demo.secret', value })))(text);
}

/** Every way in which a text may travel, written without the code under test. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'percent-encoded for a URL': (text) => encodeURIComponent(text),
  'percent-encoded for a URL, in lower case': (text) => lowerEscapes(encodeURIComponent(text)),
  'in a form': formEncoded,
  'in a form, in lower case': (text) => lowerEscapes(formEncoded(text)),
  'in a form with %20 for blanks': (text) => formEncoded(text).replaceAll('+', '%20'),
  'as RFC 3986 has it': rfc3986,
  'as RFC 3986 has it, in lower case': (text) => lowerEscapes(rfc3986(text)),
  'in JSON': jsonEscaped,
  'in JSON of ASCII': (text) => asciiJson(text, (digits) => digits),
  'in JSON of ASCII, in upper case': (text) => asciiJson(text, (digits) => digits.toUpperCase()),
  'in JSON with slashes escaped': (text) => jsonEscaped(text).replaceAll('/', String.raw`\/`),
  'in XML': escapeXml,
  'in XML text': (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'in an XML attribute': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'in XML in a form': (text) => formEncoded(escapeXml(text)),
  'in JSON in a form': (text) => formEncoded(jsonEscaped(text)),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in upper-case hexadecimal': (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

const secrets = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...`abcXYZ0189 +/=&<>"'%!()*~\\-_.,:;?#@$|\n\u00e9\u20ac`),
      fc.constant('😀'),
    ),
    minLength: 4,
    maxLength: 24,
  })
  .filter((text) => new Set(text).size > 2 && !reference.includes(text));

/** Braces are left out: beside a reference they could spell another one. */
const surroundings = fc.string({ unit: fc.constantFrom(...'aZ09 +/=&<>"\'%\\.:;\n\u00e9'), maxLength: 20 });

describe('a secret of four characters or more', () => {
  it.each(Object.keys(encodings))('never survives %s, whatever stands around it', (name) => {
    const encode = encodings[name];
    if (encode === undefined) throw new Error(name);
    fc.assert(
      fc.property(secrets, surroundings, surroundings, (secret, before, after) => {
        const text = `${before}${encode(secret)}${after}`;
        const redacted = redact(text, secret);
        expect(redacted).not.toContain(encode(secret));
        expect(redacted).not.toContain(secret);
        expect(redacted).toContain(reference);
      }),
      { seed: 20_260_301, numRuns: 300 },
    );
  });

  it.each(['base64', 'base64url'] as const)('never survives in %s, at any alignment', (encoding) => {
    fc.assert(
      fc.property(secrets, surroundings, surroundings, (secret, before, after) => {
        const run = Buffer.from(before + secret + after).toString(encoding);
        // The run is replaced whole: its ends carry bits of the secret.
        expect(redact(`Authorization: Basic ${run}\nnext: "${run}"`, secret)).toBe(
          `Authorization: Basic ${reference}\nnext: "${reference}"`,
        );
      }),
      { seed: 20_260_302, numRuns: 500 },
    );
  });

  it('survives nowhere among several, also where one holds another', () => {
    const names = fc.uniqueArray(secrets, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(names, fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), (values, order) => {
        const all = [...values, values.slice(0, 2).join('')];
        const list = Object.values(encodings);
        const text = order
          .map((choice, index) => list[choice % list.length]?.(all[index % all.length] ?? '') ?? '')
          .join(' | ');
        const redacted = redact(text, ...all);
        for (const value of values) expect(redacted.replaceAll(reference, '')).not.toContain(value);
      }),
      { seed: 20_260_303, numRuns: 500 },
    );
  });

  it('leaves everything else as it is', () => {
    const harmless = '{"amount": 403993715529606983, "ref": "a1b2", "text": "Same amount refunded twice"}';
    expect(redact(harmless, 'demo-only-value')).toBe(harmless);
  });

  it('is replaced wherever it stands, also within a word, and by its own name', () => {
    const named: readonly NamedSecret[] = [
      { name: 'demo.user', value: 'walter' },
      { name: 'demo.word', value: 'walter-17' },
    ];
    expect(createRedactor(named)('xwalter-17y walter:walter-17walter')).toBe(
      'x{{demo.word}}y {{demo.user}}:{{demo.word}}{{demo.user}}',
    );
  });

  it('is told apart by case', () => expect(redact('WALTER', 'walter')).toBe('WALTER'));
});

describe('base64', () => {
  it.each(['user:walter-17', 'a:walter-17', 'ab:walter-17', 'walter-17:', 'walter-17'])(
    'is found inside the Basic credentials %s',
    (credentials) => {
      const header = `Basic ${Buffer.from(credentials).toString('base64')}`;
      expect(redact(header, 'walter-17')).toBe(`Basic ${reference}`);
    },
  );

  it('of bytes beyond the alphabet is found in both alphabets', () => {
    const secret = '\u00ff\u00fe?>~\u00fb';
    for (const encoding of ['base64', 'base64url'] as const) {
      expect(redact(Buffer.from(secret).toString(encoding), secret)).toBe(reference);
    }
  });

  it('leaves the runs beside it alone', () => {
    const other = Buffer.from('nothing to hide').toString('base64');
    const text = `${other},${Buffer.from('walter-17').toString('base64')},${other}`;
    expect(redact(text, 'walter-17')).toBe(`${other},${reference},${other}`);
  });
});

describe('a secret of fewer than four characters', () => {
  it.each([
    ['alone', '1', '{{demo.secret}}'],
    ['between quotes', '{"cvv":"123"}', '{"cvv":"{{demo.secret}}"}'],
    ['between blanks', 'is 123 and', 'is {{demo.secret}} and'],
    ['in a query', '?a=123&b', '?a={{demo.secret}}&b'],
    ['at both ends', '123:x:123', '{{demo.secret}}:x:{{demo.secret}}'],
  ])('is replaced where it stands %s', (_title, text, redacted) => {
    expect(redact(text, text === '1' ? '1' : '123')).toBe(redacted);
  });

  it.each(['1.00', '0.1', '11', 'a1', '1a', '403993715529606983', 'é1', '21.5'])(
    'is left alone within %s, which it would tear apart',
    (text) => expect(redact(text, '1')).toBe(text),
  );

  it('is replaced in its escapes, too', () => {
    expect(redact('<a>&lt;&amp;</a> %3C%26 %3c%26', '<&')).toBe(
      `<a>${reference}</a> ${reference} ${reference}`,
    );
  });

  it('is left alone where it is empty', () => expect(redact('a  b', '')).toBe('a  b'));
});

describe('a reference', () => {
  it.each(['{{demo.secret}}', '"{{demo.secret}}"', 'Bearer {{demo.secret}}', '{"a":"{{demo.secret}}"}'])(
    'in %s is not redacted a second time',
    (text) => {
      for (const value of ['demo', 'secret', 'demo.secret', 'em', 'mo.secr', '{{de']) {
        expect(redact(text, value)).toBe(text);
      }
    },
  );

  it('to another variable keeps its name, even where a secret is spelt like it', () => {
    expect(redact('{{demo.userName}} userName', 'userName')).toBe(`{{demo.userName}} ${reference}`);
  });

  it('shields nothing beside it', () => {
    expect(redact('{{a}}walter{{b}} {{walter {walter} {{"a":"walter"}}', 'walter')).toBe(
      `{{a}}${reference}{{b}} {{${reference} {${reference}} {{"a":"${reference}"}}`,
    );
  });

  it('is what redacting twice leaves as it is', () => {
    fc.assert(
      fc.property(secrets, surroundings, surroundings, (secret, before, after) => {
        const once = redact(`${before}${secret}${after}`, secret);
        expect(redact(once, secret)).toBe(once);
      }),
      { seed: 20_260_304, numRuns: 300 },
    );
  });
});

describe('redacting deeply', () => {
  it('reaches every text and leaves the shape and everything else', () => {
    const value = { a: ['walter', 1, null, true, { b: 'x walter' }], c: { d: undefined }, e: 'none' };
    const redactor = createRedactor([{ name: 'demo.secret', value: 'walter' }]);
    expect(redactDeep(value, redactor)).toEqual({
      a: [reference, 1, null, true, { b: `x ${reference}` }],
      c: { d: undefined },
      e: 'none',
    });
    expect(value.a[0]).toBe('walter');
  });

  it('takes a member called __proto__ for a member', () => {
    const value: unknown = JSON.parse('{"__proto__": {"polluted": "walter"}}');
    const redacted = redactDeep(value, createRedactor([{ name: 'demo.secret', value: 'walter' }]));
    expect(JSON.stringify(redacted)).toBe(`{"__proto__":{"polluted":"${reference}"}}`);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

function lowerEscapes(text: string): string {
  return text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function rfc3986(text: string): string {
  const plain = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'));
  return [...Buffer.from(text)]
    .map((byte) =>
      plain.has(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function asciiJson(text: string, write: (digits: string) => string): string {
  return Array.from({ length: jsonEscaped(text).length }, (_unused, index) =>
    jsonEscaped(text).charCodeAt(index),
  )
    .map((unit) =>
      unit < 0x80 ? String.fromCharCode(unit) : `\\u${write(unit.toString(16).padStart(4, '0'))}`,
    )
    .join('');
}
