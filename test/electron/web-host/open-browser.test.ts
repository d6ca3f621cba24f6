import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { openBrowser } from '../../../electron/web-host/open-browser.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const address = 'http://127.0.0.1:1/#ticket=invented&x=$(touch /nowhere)';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A machine whose `xdg-open` notes what it is given and ends with a code. */
function machineWith(code: number, display = ':0'): string {
  const folder = temporaryDirectory();
  const log = join(folder, 'opened.txt');
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${log}'\nexit ${code}\n`);
  chmodSync(join(folder, 'xdg-open'), 0o755);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('DISPLAY', display);
  vi.stubEnv('WAYLAND_DISPLAY', '');
  return log;
}

describe.runIf(process.platform === 'linux')('on Linux', () => {
  it('hands the address to xdg-open as it is, without a shell', async () => {
    const log = machineWith(0);
    expect(await openBrowser(address)).toBe(true);
    expect(readFileSync(log, 'utf8')).toBe(address);
  });

  it('says no where xdg-open fails, or is not there', async () => {
    machineWith(3);
    expect(await openBrowser(address)).toBe(false);
    vi.stubEnv('PATH', temporaryDirectory());
    expect(await openBrowser(address)).toBe(false);
  });

  it('starts nothing without a screen', async () => {
    const log = machineWith(0, '');
    expect(await openBrowser(address)).toBe(false);
    expect(existsSync(log)).toBe(false);
  });
});
