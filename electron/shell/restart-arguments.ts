export type RestartFacts = {
  /** The words this program was started with. */
  readonly argv: readonly string[];
  /** The folder of the sources, in a start from them; `null` in the installed app. */
  readonly sources: string | null;
  readonly workspace: string;
};

/** The words for the next start: the same options on another workspace. Files are handed over once, so they stay behind. */
export function restartArguments({ argv, sources, workspace }: RestartFacts): readonly string[] {
  const options = argv
    .slice(1)
    .filter((word) => word.startsWith('-') && word !== '--workspace' && !word.startsWith('--workspace='));
  return [...options, ...(sources === null ? [] : [sources]), `--workspace=${workspace}`];
}
