import type { SandboxChange } from '../../../shared/model/sandbox.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Changes the sandbox, and says what was done or why not. Gives whether it was. */
export function useChangeSandbox(): (change: SandboxChange, said: string) => Promise<boolean> {
  const { sandbox, layout } = useStores();
  return async (change, said) => {
    const problem = await sandbox.getState().change(change);
    layout.getState().notify(problem);
    if (problem === null) layout.getState().say(said);
    return problem === null;
  };
}
