import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { parseArguments, parseNumber, parsePairs } from '../../../electron/cli/parse-args.ts';

const options = {
  set: { type: 'string', multiple: true },
  env: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const limits = { min: 1, max: 1, usage: 'send <target>' };

it('reads words, switches, values and lists of values', () => {
  const parsed = parseArguments(
    ['a/b', '--json', '--set', 'x=1', '--env=test', '--set=y=2'],
    options,
    limits,
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(parsed.value.positionals).toEqual(['a/b']);
  expect([parsed.value.flag('json'), parsed.value.flag('env')]).toEqual([true, false]);
  expect([parsed.value.value('env'), parsed.value.value('json')]).toEqual(['test', null]);
  expect([parsed.value.values('set'), parsed.value.values('env')]).toEqual([['x=1', 'y=2'], []]);
});

it.each([
  [[], 'Something is missing.'],
  [['a', 'b'], '"b" is one word too many.'],
  [['a', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
  [['a', '--env'], 'The option --env needs a value.'],
  [['a', '--env', '--json'], 'The option --env needs a value.'],
  [['a', '--json=1'], 'The option --json takes no value.'],
  [['a', '-x'], 'There is no option -x.'],
])('refuses %j: %s', (args, message) => {
  expect(parseArguments(args, options, limits)).toEqual({
    ok: false,
    error: { code: 'bad-input', message, remedy: 'Usage: send <target>' },
  });
});

it('keeps everything after the first equals sign of a pair', () => {
  const text = fc.string({ unit: 'grapheme' });
  const property = fc.property(
    text.filter((name) => name !== '' && !name.includes('=') && name !== '__proto__'),
    text,
    (name, value) => {
      expect(parsePairs([`${name}=${value}`])).toEqual({ ok: true, value: { [name]: value } });
    },
  );
  fc.assert(property, { seed: 4417 });
});

it('takes the last of two pairs of one name, and refuses a pair without a name', () => {
  expect(parsePairs(['a=1', 'a=2'])).toEqual({ ok: true, value: { a: '2' } });
  for (const pair of ['a', '', '=1', '=']) {
    expect(parsePairs(['ok=1', pair])).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  }
});

it.each(['0', '1', '65535', '00080'])('reads %s as a port', (text) => {
  expect(parseNumber('port', text, { min: 0, max: 65_535 })).toEqual({ ok: true, value: Number(text) });
});

it.each(['', ' ', '-1', '65536', '1.0', '1e3', '0x10', '٣', '99999999999999999999', 'NaN'])(
  'refuses %j for a port',
  (text) => {
    expect(parseNumber('port', text, { min: 0, max: 65_535 })).toEqual({
      ok: false,
      error: {
        code: 'bad-input',
        message: `--port ${text} is not a whole number from 0 to 65535.`,
        remedy: 'Write --port and a number.',
      },
    });
  },
);

it('has no number where none was given', () => {
  expect(parseNumber('port', null, { min: 0, max: 1 })).toEqual({ ok: true, value: null });
});
