import { useStores } from '../../stores/stores-context.tsx';
import { GuardForm } from './guard-form.tsx';
import type { MakeRecoveryKey } from './make-recovery-key.ts';

/** Makes a vault; the secrets of this session move into it. */
export function CreateForm({ make }: { readonly make: MakeRecoveryKey }) {
  const { vault } = useStores();
  return (
    <GuardForm
      title="Keep secrets in a vault"
      action="Create the vault"
      onChoose={(choice) => make(() => vault.getState().create(choice))}
    />
  );
}
