import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';

import { buildWhenStale } from '../../../electron/launch/build-when-stale.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** A project whose "vite" notes every build, and ends with the given code. */
function makeProject(code = 0): string {
  const project = temporaryDirectory();
  const vite = join(project, 'node_modules', 'vite', 'bin');
  for (const folder of [vite, join(project, 'electron', 'deep')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{}');
  writeFileSync(join(project, 'electron', 'deep', 'main.ts'), '');
  const log = JSON.stringify(join(project, 'builds.log'));
  writeFileSync(
    join(vite, 'vite.js'),
    `require('node:fs').appendFileSync(${log}, process.argv.slice(2).join(' ') + '\\n'); process.exit(${code});`,
  );
  age(join(project, 'package.json'));
  age(join(project, 'electron', 'deep', 'main.ts'));
  age(join(project, 'electron', 'deep'));
  age(join(project, 'electron'));
  return project;
}

function age(path: string, minutes = 60): void {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(path, then, then);
}

function buildsOf(project: string): number {
  const log = join(project, 'builds.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').length : 0;
}

function watchErrors(): () => string {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => spy.mockRestore());
  return () => spy.mock.calls.map(([text]) => String(text)).join('');
}

it('builds where nothing was built yet, and not again', async () => {
  const told = watchErrors();
  const project = makeProject();
  expect(await buildWhenStale(project)).toBe(0);
  expect(buildsOf(project)).toBe(1);
  expect(readFileSync(join(project, 'builds.log'), 'utf8')).toContain(join(project, 'vite.config.ts'));
  expect(told()).toBe('Building Refund Workbench …\n');
  expect(await buildWhenStale(project)).toBe(0);
  expect(buildsOf(project)).toBe(1);
});

it.each(['package.json', 'electron/deep/main.ts', 'electron/deep/new.ts', 'vite.config.ts', 'shared/new.ts'])(
  'builds again where %s is newer than the build',
  async (source) => {
    watchErrors();
    const project = makeProject();
    await buildWhenStale(project);
    age(join(project, 'dist', 'built'), 10);
    mkdirSync(join(project, 'shared'), { recursive: true });
    age(join(project, 'shared'));
    expect(await buildWhenStale(project)).toBe(0);
    expect(buildsOf(project)).toBe(1);
    writeFileSync(join(project, source), 'changed');
    expect(await buildWhenStale(project)).toBe(0);
    expect(buildsOf(project)).toBe(2);
  },
);

it('does not care for what is no source', async () => {
  watchErrors();
  const project = makeProject();
  await buildWhenStale(project);
  age(join(project, 'dist', 'built'), 10);
  writeFileSync(join(project, 'README.md'), 'new');
  expect(await buildWhenStale(project)).toBe(0);
  expect(buildsOf(project)).toBe(1);
});

it('gives the code of a build that failed, says so, and builds again the next time', async () => {
  const told = watchErrors();
  const project = makeProject(3);
  expect(await buildWhenStale(project)).toBe(3);
  expect(told()).toContain('The build failed; see above. Run npm ci if a package is missing.\n');
  expect(existsSync(join(project, 'dist', 'building'))).toBe(false);
  expect(await buildWhenStale(project)).toBe(3);
  expect(buildsOf(project)).toBe(2);
});

it('two commands at once build once', async () => {
  watchErrors();
  const project = makeProject();
  expect(
    await Promise.all([buildWhenStale(project), buildWhenStale(project), buildWhenStale(project)]),
  ).toEqual([0, 0, 0]);
  expect(buildsOf(project)).toBe(1);
});

it('goes on where another build was killed long ago', async () => {
  watchErrors();
  const project = makeProject();
  mkdirSync(join(project, 'dist', 'building'), { recursive: true });
  age(join(project, 'dist', 'building'), 6);
  expect(await buildWhenStale(project)).toBe(0);
  expect(buildsOf(project)).toBe(1);
});

it('builds again where a source changed while it was built', async () => {
  watchErrors();
  const project = makeProject();
  const source = join(project, 'electron', 'deep', 'main.ts');
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const change = `require('node:fs').writeFileSync(${JSON.stringify(source)}, 'changed');\n`;
  const original = readFileSync(vite, 'utf8');
  writeFileSync(vite, change + original);
  await buildWhenStale(project);
  writeFileSync(vite, original);
  await buildWhenStale(project);
  expect(buildsOf(project)).toBe(2);
  await buildWhenStale(project);
  expect(buildsOf(project)).toBe(2);
});
