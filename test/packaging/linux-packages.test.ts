import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { project } from '../support/run-cli.ts';
import { writeUnpackedElectron } from './unpacked-electron.ts';

/** What electron-builder is about to hand to the tool that writes the file. */
type AppImagePlan = { readonly desktop: string; readonly desktopFileName: string };
type DebPlan = readonly [words: readonly string[], desktopFile: string];

// As far as it goes without the tools that electron-builder fetches: everything but the writing of the files.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packages for Linux', () => {
  const home = mkdtempSync(join(tmpdir(), 'refund-workbench-linux-'));
  let appImage: AppImagePlan = { desktop: '', desktopFileName: '' };
  let deb: readonly string[] = [];
  let debDesktop = '';
  let fileTypes = '';

  beforeAll(async () => {
    const electronDist = join(home, 'electron');
    await writeUnpackedElectron(electronDist, packageJson.devDependencies.electron);
    await build({
      projectDir: project,
      targets: Platform.LINUX.createTarget(['AppImage', 'deb']),
      publish: 'never',
      config: { electronDist, directories: { output: join(home, 'out') } },
      effectiveOptionComputed: (plan: AppImagePlan | DebPlan) => {
        if ('desktop' in plan) appImage = plan;
        else keepDeb(plan);
        return Promise.resolve(true);
      },
    });
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Its files are gone when the build ends. */
  function keepDeb([words, desktopFile]: DebPlan): void {
    deb = words;
    debDesktop = readFileSync(desktopFile, 'utf8');
    const [types = ''] = words.find((word) => word.includes('=/usr/share/mime/packages/'))?.split('=') ?? [];
    fileTypes = readFileSync(types, 'utf8');
  }

  it('start the program with its sandbox, and with the files that it is given', () => {
    expect(appImage.desktop).toContain('\nExec=AppRun %U\n');
    expect(debDesktop).toContain('\nExec="/opt/Refund Workbench/refund-workbench" %U\n');
    expect([...deb, appImage.desktop, debDesktop].join('\n')).not.toContain('no-sandbox');
  });

  it('belong to their window, which goes by the name of the desktop file', () => {
    expect(appImage.desktopFileName).toBe(packageJson.desktopName);
    expect(deb.at(-1)).toMatch(/=\/usr\/share\/applications\/refund-workbench\.desktop$/);
    for (const entry of [appImage.desktop, debDesktop]) {
      expect(entry).toContain('\nStartupWMClass=refund-workbench\n');
      expect(entry).toContain('\nIcon=refund-workbench\n');
      expect(entry).toContain('\nCategories=Development;\n');
    }
  });

  it('declare the types of the files they open', () => {
    const types = ['application/x-http-archive', 'text/x-http-requests', 'text/x-bruno-request'];
    for (const entry of [appImage.desktop, debDesktop]) {
      expect(entry).toContain(`\nMimeType=${types.join(';')};\n`);
    }
    expect([...fileTypes.matchAll(/glob pattern="(.+?)"/g)].map((match) => match[1])).toEqual([
      '*.har',
      '*.http',
      '*.bru',
    ]);
  });

  it('say who maintains them and where, and bring an icon of every size', () => {
    expect(deb[deb.indexOf('--maintainer') + 1]).toMatch(/^Refund Workbench <.+@.+>$/);
    expect(deb[deb.indexOf('--url') + 1]).toMatch(/^https:/);
    expect(deb.filter((word) => word.includes('=/usr/share/icons/hicolor/'))).toHaveLength(8);
  });
});
