import { join } from 'node:path';

import { runProgram } from './run-program.ts';

export type PackageInput = {
  /** The folder of an unpacked Electron. */
  readonly electron: string;
  /** `installers` are those of this machine's system in electron-builder.yml; `folder` is the app unpacked, offline. */
  readonly targets: 'installers' | 'folder';
  /** Where the packages go: dist/packages, unless another folder is named. */
  readonly output?: string;
};

/** Packs what stands in dist/ for this machine's system, by electron-builder.yml. Gives an exit code. */
export async function packageApp(
  project: string,
  { electron, targets, output }: PackageInput,
): Promise<number> {
  const builder = join(project, 'node_modules', 'electron-builder', 'cli.js');
  const code = await runProgram(process.execPath, [
    builder,
    '--projectDir',
    project,
    '--publish',
    'never',
    `--config.electronDist=${electron}`,
    ...(targets === 'folder' ? ['--dir'] : []),
    ...(output === undefined ? [] : [`--config.directories.output=${output}`]),
  ]);
  if (code !== 0 && targets === 'installers') {
    process.stderr.write(
      'Not everything was packed; see above. Making installers fetches tools from GitHub; npm run package -- --dir needs none and leaves the app as a folder in dist/packages.\n',
    );
  }
  return code;
}
