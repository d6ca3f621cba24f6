import { expect, it } from 'vitest';

import { aboutText } from '../../../electron/shell/about-text.ts';

const facts = {
  version: '1.2.3',
  versions: { electron: '45.0.0', chrome: '150.0.1', node: '24.1.0', openssl: '3.5.8' },
  sqlite: '3.53.4',
  isBoringSsl: false,
  system: 'Linux 6.1 x64',
};

it('names everything that the program runs on', () => {
  expect(aboutText(facts)).toEqual({
    name: 'Refund Workbench 1.2.3',
    lines:
      'Electron: 45.0.0\nChromium: 150.0.1\nNode: 24.1.0\nSQLite: 3.53.4\nOpenSSL: 3.5.8\nSystem: Linux 6.1 x64',
  });
});

it('gives no version of OpenSSL where there is none of it, and says what it does not know', () => {
  const { lines } = aboutText({ ...facts, isBoringSsl: true, versions: { openssl: '0.0.0' } });
  expect(lines).not.toContain('0.0.0');
  expect(lines).toContain('BoringSSL');
  expect(lines).toContain('Chromium: unknown');
});
