import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { useEnvironments, useStores, useVault } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './secret-offers.module.css';

type SuspectProps = {
  readonly names: readonly string[];
  readonly onMove: () => void;
  readonly onLeave: () => void;
};

/** Plain variables that look like secrets, before they are written into a file. */
export function SuspectOffer({ names, onMove, onLeave }: SuspectProps) {
  const isVault = useVault(({ vault }) => vault.state !== 'none');
  return (
    <div className={classes['offer']} role="alert">
      <p>
        <b>{names.join(', ')}</b> {names.length === 1 ? 'looks like a secret' : 'look like secrets'}. The file
        of an environment is meant for git.
        {!isVault && ' There is no vault yet: as a secret it is forgotten when the workbench ends.'}
      </p>
      <div className={classes['actions']}>
        <Button kind="primary" onPress={onMove}>
          {isVault ? 'Move to the vault and save' : 'Keep as a secret and save'}
        </Button>
        <Button onPress={onLeave}>Leave in the file and save</Button>
      </div>
    </div>
  );
}

/** Secrets that stand in the file of an environment already, where they are not used. */
export function FileSecretsOffer({ environmentId }: { readonly environmentId: string }) {
  const { environments } = useStores();
  const names = useEnvironments(({ overview }) => overview.secretsInFiles[environmentId]) ?? [];
  const isVault = useVault(({ vault }) => vault.state !== 'none');
  const [problem, setProblem] = useState<Problem | null>(null);
  if (names.length === 0) return null;
  const move = async (): Promise<void> =>
    setProblem(await environments.getState().adoptSecrets(environmentId));
  return (
    <div className={classes['offer']} role="note">
      <p>
        <b>{names.join(', ')}</b> {names.length === 1 ? 'stands' : 'stand'} in the file of this environment in
        plain text and {names.length === 1 ? 'is' : 'are'} not used from there.
        {!isVault && ' There is no vault yet: once moved it is forgotten when the workbench ends.'}
      </p>
      <Button onPress={() => void move()}>{isVault ? 'Move to the vault' : 'Keep for this session'}</Button>
      {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
    </div>
  );
}
