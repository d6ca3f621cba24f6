import { useState } from 'react';

import type { Environment } from '../../../shared/model/environment.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { blankEnvironment, copyOfEnvironment } from './blank-environment.ts';

/** What became of the file since the draft was begun from it. */
export type FileChange = 'changed' | 'gone' | null;

export type EnvironmentDraft = {
  /** As the file says now; `undefined` for a new one. */
  readonly existing: Environment | undefined;
  readonly draft: Environment;
  readonly change: (part: Partial<Environment>) => void;
  /** The revision the draft was made from. */
  readonly revision: string | undefined;
  readonly fileChange: FileChange;
  /** The draft goes on, now as a change of what the file says. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

/**
 * An environment being edited. A file that changes underneath is taken over where nothing was edited yet; else the
 * user decides.
 */
export function useEnvironmentDraft(id: string | null, copyOf: string | null): EnvironmentDraft {
  const { environments, files } = useEnvironments((state) => state.overview);
  const find = (wanted: string | null): Environment | undefined =>
    environments.find((candidate) => candidate.id === wanted);
  const existing = find(id);
  const revision = id === null ? undefined : files[id]?.revision;
  const [base, setBase] = useState(() => ({
    environment: existing ?? startOf(find(copyOf), environments),
    revision,
  }));
  const [draft, setDraft] = useState(base.environment);
  const takeTheirs = (): void => {
    if (existing === undefined) return;
    setBase({ environment: existing, revision });
    setDraft(existing);
  };
  const isChanged = revision !== base.revision;
  const isEdited = JSON.stringify(draft) !== JSON.stringify(base.environment);
  if (isChanged && !isEdited && existing !== undefined) takeTheirs();
  return {
    existing,
    draft,
    revision: base.revision,
    change: (part) => setDraft({ ...draft, ...part }),
    fileChange: isChanged && existing === undefined ? 'gone' : isChanged && isEdited ? 'changed' : null,
    keepMine: () => setBase({ environment: existing ?? base.environment, revision }),
    takeTheirs,
  };
}

function startOf(copied: Environment | undefined, all: readonly Environment[]): Environment {
  if (copied === undefined) return blankEnvironment;
  return copyOfEnvironment(
    copied,
    all.map(({ name }) => name),
  );
}
