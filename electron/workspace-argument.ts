/** What `--workspace DIR` on a command line says, and the other words. */
export type WorkspaceArgument = {
  readonly workspace: string | null;
  /** True where the option stands there without a folder. */
  readonly folderMissing: boolean;
  readonly rest: readonly string[];
};

/** Takes `--workspace DIR` out of a command line, wherever it stands. */
export function takeWorkspaceArgument(argv: readonly string[]): WorkspaceArgument {
  const index = argv.findIndex((word) => word === '--workspace' || word.startsWith('--workspace='));
  const word = argv[index];
  if (word === undefined) return { workspace: null, folderMissing: false, rest: argv };
  if (word.includes('=')) {
    const folder = word.slice(word.indexOf('=') + 1);
    return { ...chosen(folder), rest: argv.toSpliced(index, 1) };
  }
  const next = argv[index + 1] ?? '';
  return next.startsWith('--')
    ? { ...chosen(''), rest: argv.toSpliced(index, 1) }
    : { ...chosen(next), rest: argv.toSpliced(index, 2) };
}

function chosen(folder: string): Pick<WorkspaceArgument, 'workspace' | 'folderMissing'> {
  return { workspace: folder === '' ? null : folder, folderMissing: folder === '' };
}
