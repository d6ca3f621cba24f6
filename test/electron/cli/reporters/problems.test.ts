import { describe, expect, it } from 'vitest';

import { reportProblems } from '../../../../electron/cli/reporters/problems.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { Stop } from '../../../../shared/model/stop.ts';

function reported(stop: Stop | undefined, json = false): { readonly out: string; readonly error: string } {
  const said = { out: '', error: '' };
  const problem: Problem = { code: 'bad-input', message: 'Not sent.', remedy: 'Mend it.' };
  reportProblems(
    { out: (text) => (said.out += text), error: (text) => (said.error += text) },
    [stop === undefined ? problem : { ...problem, stop }],
    json,
  );
  return said;
}

describe('a problem on the command line', () => {
  it.each<[kind: string, stop: Stop, way: string]>([
    ['a repeat', { kind: 'repeat', exchangeId: '7', waitUntil: null }, '--repeat-of 7 sends'],
    [
      'an unknown outcome',
      { kind: 'unknown-outcome', exchangeId: '7', sameId: false },
      'history decide 7 writes down',
    ],
    [
      'an unknown outcome of the same id',
      { kind: 'unknown-outcome', exchangeId: '7', sameId: true },
      '--repeat-of 7 sends the same id again',
    ],
    ['production that is not armed', { kind: 'not-armed', environmentId: 'live' }, '--arm-production'],
    ['a missing confirmation', { kind: 'not-confirmed', asked: 'the amount' }, '--confirm VALUE'],
  ])('that stops %s names the option that leads on', (_kind, stop, way) => {
    expect(reported(stop).error).toMatch(/^Not sent\. Mend it\.\n/);
    expect(reported(stop).error).toContain(way);
  });

  it('that no option leads on from names none', () => {
    expect(reported(undefined).error).toBe('Not sent. Mend it.\n');
  });

  it('goes to a script with its stop, and without hints', () => {
    const stop: Stop = { kind: 'repeat', exchangeId: '7', waitUntil: null };
    expect(JSON.parse(reported(stop, true).out)).toMatchObject({ problems: [{ remedy: 'Mend it.', stop }] });
  });
});
