import { existsSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

import { dataDirectory, ensureDirectory } from '../../../electron/adapters/data-directory.ts';
import { openWorkbench } from '../../../electron/open-workbench.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

describe('where private data lies', () => {
  it('is what REFUND_WORKBENCH_DATA says, made absolute', () => {
    expect(dataDirectory({ REFUND_WORKBENCH_DATA: '/tmp/somewhere' })).toBe('/tmp/somewhere');
    expect(dataDirectory({ REFUND_WORKBENCH_DATA: 'here' })).toBe(resolve('here'));
  });

  it.runIf(process.platform === 'linux')('is the usual folder of the system where nothing is said', () => {
    const usual = join(homedir(), '.local', 'share', 'refund-workbench');
    expect(dataDirectory({})).toBe(usual);
    expect(dataDirectory({ REFUND_WORKBENCH_DATA: '' })).toBe(usual);
    expect(dataDirectory({ XDG_DATA_HOME: '/tmp/share' })).toBe('/tmp/share/refund-workbench');
  });
});

describe('making the folder', () => {
  it('makes it with everything above it, for this user only', () => {
    const path = join(temporaryDirectory(), 'a', 'b');
    expect(ensureDirectory(path)).toEqual({ ok: true, value: path });
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('takes one that is there', () => {
    const path = temporaryDirectory();
    expect(ensureDirectory(path)).toEqual({ ok: true, value: path });
  });

  it('refuses a path below a file, in a sentence with a remedy', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, 'kept');
    const path = join(file, 'data');
    expect(ensureDirectory(path)).toEqual({
      ok: false,
      error: {
        code: 'storage',
        message: `The data folder cannot be used (${path}): a part of the path is a file, not a folder.`,
        remedy:
          'Give this user the right to write there, or choose another folder with REFUND_WORKBENCH_DATA or --workspace.',
      },
    });
  });

  it('refuses a path that is a file', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, 'kept');
    const result = ensureDirectory(file);
    expect(result).toMatchObject({
      ok: false,
      error: { message: `The data folder cannot be used (${file}): a file stands where a folder is needed.` },
    });
  });

  it.runIf(existsSync('/proc/self'))('refuses a place where no folder can be made', () => {
    const result = ensureDirectory('/proc/refund-workbench');
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'storage', message: expect.stringContaining('/proc/refund-workbench') as string },
    });
  });

  it('a workbench on a folder that cannot be used does not open', () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, 'kept');
    const environment = { REFUND_WORKBENCH_DATA: join(file, 'data') };
    const opened = openWorkbench({ environment, workspace: null, sandboxPort: 0, anyOtherPort: true });
    expect(opened).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});
