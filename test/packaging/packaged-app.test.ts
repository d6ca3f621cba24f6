import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { packageApp } from '../../electron/launch/package-app.ts';
import { project, startProgram } from '../support/run-cli.ts';
import { importsOf } from './imports-of.ts';
import { writeUnpackedElectron } from './unpacked-electron.ts';

/** 10.13 MB on 2026-11-22; a tenth more asks for a look at what came in. */
const largestArchive = 11_000_000;

// Packed as a folder from what `npm test` has built: offline, with a stand-in for the runtime.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packaged app', () => {
  const home = mkdtempSync(join(tmpdir(), 'refund-workbench-package-'));
  const app = join(home, 'out', 'linux-unpacked');
  const archive = join(app, 'resources', 'app.asar');
  let files: readonly string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(project, 'dist', 'electron', 'main.js')))
      throw new Error('npm test builds it first');
    const electron = join(home, 'electron');
    await writeUnpackedElectron(electron, packageJson.devDependencies.electron);
    expect(await packageApp(project, { electron, targets: 'folder', output: join(home, 'out') })).toBe(0);
    const paths = listPackage(archive, { isPack: false });
    files = paths
      .filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
      .map((path) => path.slice(1));
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('holds the built app and the keyring of this system, and nothing else', () => {
    const keyring = 'node_modules/@napi-rs/keyring';
    const known = [
      /^package\.json$/,
      /^dist\/electron\/(?:main|chunks\/(?:run-cli|bru)-[\w-]+)\.js$/,
      /^dist\/preload\/preload\.cjs$/,
      /^dist\/renderer\/(?:index\.html|icon\.svg|assets\/[\w.-]+\.(?:js|css|ttf|woff2))$/,
    ];
    expect(
      files.filter((path) => !path.startsWith('node_modules') && !known.some((one) => one.test(path))),
    ).toEqual([]);
    expect(files.filter((path) => path.startsWith('node_modules')).toSorted()).toEqual([
      `${keyring}-linux-x64-gnu/LICENSE.third-party.md`,
      `${keyring}-linux-x64-gnu/keyring.linux-x64-gnu.node`,
      `${keyring}-linux-x64-gnu/package.json`,
      `${keyring}/LICENSE`,
      `${keyring}/index.js`,
      `${keyring}/package.json`,
    ]);
    expect(
      existsSync(join(`${archive}.unpacked`, `${keyring}-linux-x64-gnu`, 'keyring.linux-x64-gnu.node')),
    ).toBe(true);
  });

  it('tells nothing of the machine it was built on', () => {
    const telling = files
      .filter((path) => !path.endsWith('.node'))
      .filter((path) => extractFile(archive, path).includes(project));
    expect(telling).toEqual([]);
    const words = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    const said = Object.keys(words).filter((key) => words[key] !== null);
    expect(said.toSorted()).toEqual([
      'description',
      'desktopName',
      'homepage',
      'main',
      'name',
      'private',
      'type',
      'version',
    ]);
  });

  it('is small', () => {
    expect(statSync(archive).size).toBeLessThan(largestArchive);
    expect(readdirSync(join(app, 'locales'))).toEqual(['en-US.pak']);
  });

  it('imports only Electron, Node, the keyring and what it holds', () => {
    const scripts = files.filter((path) => /^dist\/(?:electron|preload)\//.test(path));
    const missing = scripts.flatMap((path) =>
      importsOf(extractFile(archive, path).toString(), path)
        .filter((name) => !isThere(name, path))
        .map((name) => `${path} imports ${name}`),
    );
    expect(missing).toEqual([]);
    expect(importsOf(extractFile(archive, 'dist/electron/main.js').toString(), 'main.js')).toContain(
      'electron',
    );
    expect(importsOf("const a = __require('left-pad'); import('react');", 'x.js')).toEqual([
      'react',
      'left-pad',
    ]);
  });

  function isThere(name: string, from: string): boolean {
    if (name.startsWith('.')) return files.includes(posix.join(dirname(from), name));
    return name.startsWith('node:') || ['electron', '@napi-rs/keyring', ...builtinModules].includes(name);
  }

  it('finds the keyring from where it is, and can load it', async () => {
    extractAll(archive, join(home, 'extracted'));
    const main = JSON.stringify(join(home, 'extracted', 'dist', 'electron', 'main.js'));
    const load = `const { AsyncEntry } = require('node:module').createRequire(${main})('@napi-rs/keyring');
      console.log(typeof AsyncEntry);`;
    expect(await startProgram(['--eval', load]).ended).toEqual({ code: 0, stdout: 'function\n', stderr: '' });
  });

  it('has its fuses blown as electron-builder.yml says', async () => {
    const wire = await getCurrentFuseWire(join(app, packageJson.name));
    const state = (fuse: FuseV1Options): string => String.fromCharCode(wire[fuse] ?? 0);
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      inspect: '0',
      asarIntegrity: '1',
      onlyAsar: '1',
      browserSnapshot: '0',
      filePrivileges: '0',
    });
  });

  it('is made only by settings that electron-builder knows', async () => {
    const builder = join(project, 'node_modules', 'electron-builder', 'cli.js');
    const { code, stderr, stdout } = await startProgram([
      builder,
      '--projectDir',
      project,
      '--dir',
      '--config.elektronFuses.runAsNode=false',
      `--config.directories.output=${join(home, 'refused')}`,
    ]).ended;
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain("unknown property 'elektronFuses'");
  });
});
