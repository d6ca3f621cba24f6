import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { project } from '../support/run-cli.ts';
import { readIcns, readIco, sizeOfPng } from './icon-files.ts';

type FileType = {
  readonly ext: string;
  readonly mimeType?: string;
  readonly role: string;
  readonly rank?: string;
};
type Target = {
  readonly target: readonly string[];
  readonly icon: string;
  readonly fileAssociations?: readonly FileType[];
};
type Settings = {
  readonly publish: unknown;
  readonly fileAssociations?: unknown;
  readonly directories: { readonly buildResources: string };
  readonly linux: Target;
  readonly mac: Target & { readonly hardenedRuntime: boolean; readonly entitlements: string };
  readonly win: Target;
  readonly nsis: { readonly perMachine: boolean; readonly allowElevation: boolean; readonly include: string };
};

const settings = parse(readFileSync(join(project, 'electron-builder.yml'), 'utf8')) as Settings;
const resources = join(project, settings.directories.buildResources);

describe('the settings of the packages', () => {
  it('name the packages of three systems, and no place for updates', () => {
    expect([settings.linux.target, settings.mac.target, settings.win.target]).toEqual([
      ['AppImage', 'deb'],
      ['dmg', 'zip'],
      ['nsis'],
    ]);
    expect(settings.publish).toBeNull();
  });

  it('displace no other program from the files it opens', () => {
    // Both would be written for Windows as the program that opens such files.
    expect(settings.fileAssociations ?? settings.win.fileAssociations).toBeUndefined();
    for (const { role, rank } of settings.mac.fileAssociations ?? []) {
      expect({ role, rank }).toEqual({ role: 'Viewer', rank: 'Alternate' });
    }
    const own = (settings.linux.fileAssociations ?? []).map(({ mimeType = '' }) => mimeType);
    expect(own.filter((type) => !/^(?:application|text)\/x-/.test(type))).toEqual([]);
    const windows = readFileSync(join(project, settings.nsis.include), 'utf8');
    const offered = [...windows.matchAll(/insertmacro offerFor "(\w+)"/g)].map((match) => match[1]);
    const withdrawn = [...windows.matchAll(/insertmacro withdrawFor "(\w+)"/g)].map((match) => match[1]);
    expect(offered).toEqual((settings.mac.fileAssociations ?? []).map(({ ext }) => ext));
    expect(withdrawn).toEqual(offered);
    expect(windows).not.toMatch(/WriteRegStr \S+ "Software\\Classes\\\.[^"\\]+" /);
  });

  it('ask for no administrator on Windows', () => {
    expect(settings.nsis).toMatchObject({ perMachine: false, allowElevation: false });
  });

  it('give the hardened program of macOS two rights', () => {
    expect(settings.mac.hardenedRuntime).toBe(true);
    const rights = readFileSync(join(project, settings.mac.entitlements), 'utf8');
    expect([...rights.matchAll(/<key>(.+)<\/key>/g)].map((match) => match[1])).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.cs.disable-library-validation',
    ]);
  });
});

describe('the icons', () => {
  it('of Linux are as large as they are called', () => {
    const folder = join(resources, settings.linux.icon);
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
    expect(pictures).toContain('512x512.png');
    for (const name of pictures) {
      expect(sizeOfPng(readFileSync(join(folder, name))).join('x')).toBe(name.replace('.png', ''));
    }
  });

  it('of Windows hold every size up to 256', () => {
    const pictures = readIco(readFileSync(join(resources, settings.win.icon)));
    expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, png } of pictures) expect(sizeOfPng(png)).toEqual([size, size]);
  });

  it('of macOS hold every size up to 1024, each under its name', () => {
    const pictures = readIcns(readFileSync(join(resources, settings.mac.icon)));
    const widths = [...pictures].map(([name, png]) => [name, sizeOfPng(png)[0]]);
    expect(Object.fromEntries(widths)).toEqual({
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    });
  });
});
