import { describe, expect, it } from 'vitest';

import { formatLogEntry } from '../../../../electron/cli/reporters/sandbox-log-text.ts';
import type { SandboxLogEntry } from '../../../../shared/model/sandbox.ts';
import { assumption, documented } from '../../../../shared/model/source.ts';

const entry: SandboxLogEntry = {
  number: 7,
  at: '2026-01-31T12:00:00.000Z',
  api: 'an-api',
  method: 'POST',
  path: '/an-api/refunds',
  status: 403,
  reason: 'the hash is another',
  confidence: 'certain',
  how: null,
  fault: null,
  checks: [],
};

describe('an entry of the log of the sandbox', () => {
  it('has every check below it, with why and how sure it is', () => {
    const checks = [
      { title: 'the token is known', passed: true, why: null, source: documented('A page') },
      { title: 'the hash is right', passed: false, why: 'it is another', source: assumption('our choice') },
    ];
    expect(formatLogEntry({ ...entry, checks })).toBe(
      [
        '    7  2026-01-31T12:00:00.000Z  POST /an-api/refunds  403  the hash is another',
        '         ✓ the token is known',
        '         ✗ the hash is right: it is another (guess)',
        '',
      ].join('\n'),
    );
  });

  it('says where no answer went out, what was asked for and which fault met it', () => {
    const text = formatLogEntry({
      ...entry,
      status: null,
      how: 'forced',
      fault: 'cut-after',
      confidence: 'likely',
    });
    expect(text).toMatch(
      / {2}no answer {2}the hash is another \(likely\) {2}asked for: forced {2}fault: cut-after\n$/,
    );
  });

  it('stays on its lines whatever a client sent', () => {
    const title = 'a title\u001b[2J';
    const checks = [{ title, passed: true, why: null, source: documented('A page') }];
    const text = formatLogEntry({ ...entry, path: '/an-api/\r\n\u001b[31m', reason: 'one\ntwo', checks });
    expect(text.split('\n')).toHaveLength(3);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
