import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CurlOptions, writeCurl } from '../../../shared/formats/curl.ts';
import { readCurl } from '../../../shared/formats/read-curl.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const plain: CurlOptions = { movesMoney: false, isReference: () => false, notes: [] };
const stored: CurlOptions = { ...plain, isReference: () => true };

const request: RequestParts = {
  method: 'POST',
  url: 'https://pay.example/refunds',
  headers: [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer {{payu.accessToken}}'],
  ],
  body: '{"note":"it\'s 5 o\'clock"}',
};

/** Texts made of what shells trip over, and any other. No program takes U+0000 in an argument. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$',
        '`',
        '\n',
        '\r\n',
        '!',
        '@',
        '^',
        '&',
        '{{',
        '}}',
        '$(id)',
        '%',
        ' ',
      ),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

const headerValue = nasty.map((text) => text.replaceAll(/\p{Cc}/gu, '').trim());

const requests: fc.Arbitrary<RequestParts> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  url: nasty.map((text) => `https://pay.example/${text}`),
  headers: fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z][\w-]{0,8}$/), headerValue), { maxLength: 4 }),
  body: fc.option(nasty),
});

describe('a curl command', () => {
  it('is exact: method, address, each header, body, and no redirect followed', () => {
    expect(writeCurl({ ...request, headers: [['X-Empty', ''], ...request.headers] }, plain)).toBe(
      [
        'curl --request POST \\',
        '  --url https://pay.example/refunds \\',
        "  --header 'X-Empty;' \\",
        "  --header 'Content-Type: application/json' \\",
        "  --header 'Authorization: Bearer {{payu.accessToken}}' \\",
        String.raw`  --data-binary '{"note":"it'\''s 5 o'\''clock"}'`,
        '',
      ].join('\n'),
    );
  });

  it('says first that it moves money and goes round every check', () => {
    const [first] = writeCurl(request, { ...plain, movesMoney: true }).split('\n');
    expect(first).toBe("# Sending this moves money and passes none of the workbench's checks.");
  });

  it('takes references as variables of the shell that have to be set, and names them', () => {
    const text = writeCurl(request, { ...stored, notes: ['A note.'] });
    expect(text).toContain(`--header 'Authorization: Bearer '"\${PAYU_ACCESSTOKEN:?set it first}"`);
    expect(text).toContain('# A note.\n');
    expect(text).toContain('#   PAYU_ACCESSTOKEN = payu.accessToken\n');
    expect(text).not.toContain('{{');
  });

  it('tells how the text behind a reference is written in its place', () => {
    const text = writeCurl(
      {
        method: 'POST',
        url: '{{a.baseUrl}}/x?key={{a.key}}',
        headers: [
          ['Authorization', 'Basic {{a.password}}'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        body: 'p={{a.form}}',
      },
      stored,
    );
    expect(text).toMatch(/A_BASEURL = a\.baseUrl\n/);
    expect(text).toMatch(/A_KEY = a\.key, percent-encoded in the address\n/);
    expect(text).toMatch(/A_PASSWORD = a\.password, in base64, together with what stands beside it/);
    expect(text).toMatch(/A_FORM = a\.form, percent-encoded in the form\n/);
  });

  it('gives references that a shell would confuse names of their own', () => {
    const body = '{{a.b}} {{a_b}} {{A.B}} {{$session.token}} {{7}}';
    const text = writeCurl({ ...request, headers: [], body }, stored);
    for (const variable of ['A_B', 'A_B_2', 'A_B_3', 'SESSION_TOKEN', 'V7'])
      expect(text).toContain(`#   ${variable} = `);
  });

  it('read back is the same request, whatever stands in it', () => {
    fc.assert(
      fc.property(requests, (parts) => {
        const read = readCurl(writeCurl(parts, { ...plain, movesMoney: true, notes: ['curl it'] }));
        expect(read).toEqual({ ok: true, value: { request: parts, remarks: [] } });
      }),
    );
  });

  it('reaches the program through a real shell byte for byte', async () => {
    const folder = temporaryDirectory();
    const program = join(folder, 'curl');
    writeFileSync(
      program,
      `#!${process.execPath}\nprocess.stdout.write(JSON.stringify(process.argv.slice(2)));\n`,
    );
    chmodSync(program, 0o755);
    const shell = promisify(execFile);
    const env = { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, PAYU_ACCESSTOKEN: "a'b $c" };
    const run = async (command: string): Promise<unknown> =>
      JSON.parse((await shell('sh', ['-c', command], { env })).stdout);
    await fc.assert(
      fc.asyncProperty(requests, async (parts) => {
        const body = parts.body === null ? [] : [parts.body];
        const words = (await run(writeCurl(parts, plain))) as string[];
        expect(words.slice(0, 2)).toEqual(['--request', parts.method]);
        expect(words[words.indexOf('--url') + 1]).toBe(parts.url);
        for (const [name, value] of parts.headers)
          expect(words).toContain(value === '' ? `${name};` : `${name}: ${value}`);
        if (parts.body !== null) expect(words.slice(-1)).toEqual(body);
      }),
      { numRuns: 40 },
    );
    const words = (await run(writeCurl(request, stored))) as string[];
    expect(words).toContain("Authorization: Bearer a'b $c");
    const unset = shell('sh', ['-c', writeCurl(request, stored)], { env: { ...env, PAYU_ACCESSTOKEN: '' } });
    await expect(unset).rejects.toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('set it first'),
    });
  });
});
