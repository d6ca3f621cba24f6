import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holdsCurl, readCurl, type ReadRequest } from '../../../shared/formats/read-curl.ts';

function read(text: string): ReadRequest {
  const result = readCurl(text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const url = 'https://pay.example/refunds';

describe('reading a curl command', () => {
  it.each([
    ['a GET', `curl ${url}`, { method: 'GET', url, headers: [], body: null }],
    [
      'words before and a prompt',
      `Hello,\nI ran this:\n$ curl -XPOST ${url}\nand it failed`,
      { method: 'POST', url, headers: [], body: null },
    ],
    [
      'data, which makes it a POST of a form',
      `curl ${url} -d a=1 --data 'b=2 3'`,
      {
        method: 'POST',
        url,
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: 'a=1&b=2 3',
      },
    ],
    [
      'data to be encoded',
      `curl ${url} -H 'Content-Type: x/y' --data-urlencode 'a=1 &(2)' --data-urlencode '=x y'`,
      { method: 'POST', url, headers: [['Content-Type', 'x/y']], body: 'a=1%20%26%282%29&x%20y' },
    ],
    [
      'data in the address',
      `curl -G ${url} -d a=1 -d b=2`,
      { method: 'GET', url: `${url}?a=1&b=2`, headers: [], body: null },
    ],
    [
      'JSON',
      `curl --json '{"a":1}' ${url}`,
      {
        method: 'POST',
        url,
        headers: [
          ['Content-Type', 'application/json'],
          ['Accept', 'application/json'],
        ],
        body: '{"a":1}',
      },
    ],
    [
      'user, cookie, agent and referer',
      `curl -u user:pä -b 'a=1' -A me -e there ${url}`,
      {
        method: 'GET',
        url,
        headers: [
          ['Authorization', 'Basic dXNlcjpww6Q='],
          ['Cookie', 'a=1'],
          ['User-Agent', 'me'],
          ['Referer', 'there'],
        ],
        body: null,
      },
    ],
    [
      'a body in quotes of C, as browsers write it',
      String.raw`curl '${url}' -H 'A: b' --data-raw $'it\'s\n\u00e9 \U0001F600 \x41 \101' --compressed`,
      {
        method: 'POST',
        url,
        headers: [
          ['A', 'b'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        body: "it's\né 😀 A A",
      },
    ],
    [
      'what a browser copies for cmd',
      `curl ^"${url}?a=1^&b=2^" ^\r\n  -H ^"A: say ^\\^"hi^\\^"^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
      {
        method: 'POST',
        url: `${url}?a=1&b=2`,
        headers: [
          ['A', 'say "hi"'],
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ],
        body: '{"a":1}',
      },
    ],
    [
      'PowerShell with backticks',
      `curl.exe -X POST \`\n  ${url} \`\n  -H 'A: it''s' -H "B: x\`ny" -H 'Content-Type:' -d '{}'`,
      {
        method: 'POST',
        url,
        headers: [
          ['A', "it's"],
          ['B', 'x\ny'],
        ],
        body: '{}',
      },
    ],
    [
      'an escaped line break and quotes in quotes',
      `curl "${url}?q=\\"x\\"\\z" \\\n -H 'A;'`,
      { method: 'GET', url: `${url}?q="x"\\z`, headers: [['A', '']], body: null },
    ],
  ])('takes %s', (_title, text, request) => {
    expect(holdsCurl(text)).toBe(true);
    expect(read(text).request).toEqual(request);
  });

  it.each([
    ['an option nobody knows', `curl --frob ${url}`, '--frob was left out'],
    ['a switched-off check', `curl -k ${url}`, 'the workbench always checks it'],
    ['following redirects', `curl -sSL ${url}`, 'the workbench never does'],
    ['a proxy', `curl -x http://proxy:1 ${url}`, '--proxy was left out'],
    ['a pipe', `curl ${url} | jq .`, 'left out: | jq .'],
    ['a second call', `curl ${url} --next https://other.example`, 'only the first was read'],
    ['a second address', `curl ${url} https://other.example`, '"https://other.example" was left out'],
    ['no scheme', 'curl pay.example/x', 'names no scheme'],
    ['a variable', `curl ${url} -H "A: $TOKEN"`, 'TOKEN was not filled in'],
    ['a command in the command', `curl ${url} -d "$(cat /etc/passwd)"`, '$(cat /etc/passwd) was not run'],
    ['a header without a colon', `curl ${url} -H nonsense`, '"nonsense" has no colon'],
  ])('tells %s', (_title, text, words) => {
    expect(read(text).remarks.join(' ')).toContain(words);
  });

  it.each(['-s', '--compressed', '-o out.json', '-w "%{http_code}"', '--max-time 5', '-i', '--http2'])(
    'passes silently over %s, which is no part of the request',
    (option) => {
      expect(read(`curl ${option} ${url}`)).toEqual({
        request: { method: 'GET', url, headers: [], body: null },
        remarks: [],
      });
    },
  );

  it('keeps variables of the shell as references', () => {
    const { headers } = read(`curl ${url} -H "A: $ONE-\${TWO:?set it}"`).request;
    expect(headers).toEqual([['A', '{{ONE}}-{{TWO}}']]);
  });

  it.each([
    ['a body from a file', `curl ${url} -d @body.json`, '"body.json"'],
    ['a body from a file, encoded', `curl ${url} --data-urlencode a@b.txt`, '"b.txt"'],
    ['headers from a file', `curl ${url} -H @h.txt`, '"h.txt"'],
    ['cookies from a file', `curl ${url} -b jar`, '"jar"'],
    ['a multipart form', `curl ${url} -F file=@x`, 'multipart'],
    ['an upload', `curl -T file ${url}`, '"file"'],
    ['a quote left open', `curl ${url} -d '{"a":1`, 'never closed'],
    ['a missing value', `curl ${url} -H`, 'has no value'],
    ['no address', 'curl -s ', 'names no address'],
    ['no command', 'hello', 'no curl command'],
  ])('refuses %s with a sentence', (_title, text, words) => {
    const result = readCurl(text);
    expect(result).toEqual({ ok: false, error: expect.stringContaining(words) });
    expect(result.ok ? '' : result.error).toMatch(/^[A-Z].*\.$/s);
  });

  it('never throws, whatever follows the word curl', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ' -H ',
              ' -d ',
              "'",
              '"',
              '^',
              '`\n',
              '$',
              '${',
              '$(',
              "$'",
              '\\',
              '-',
              '@',
              '\n',
            ),
            fc.string(),
          ),
        ),
        (parts) => {
          const result = readCurl(`curl ${parts.join('')}`);
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });

  it('does not take a word that only starts like it for a command', () => {
    expect(holdsCurl('curling is a sport\n curls')).toBe(false);
  });
});
