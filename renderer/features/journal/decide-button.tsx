import { type JournalEntry, standingOf } from '../../../shared/model/journal.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { isLocked } from './is-locked.ts';
import { isNotFinal } from './is-not-final.ts';

/** The way to write down what became of refunds; nothing where the answer itself was final. */
export function DecideButton({ refunds }: { readonly refunds: readonly JournalEntry[] }) {
  const open = useLayout((state) => state.open);
  const undecided = refunds.find(isNotFinal);
  if (undecided === undefined) return null;
  const { exchangeId } = undecided;
  const isOpen = refunds.some((entry) => isLocked(entry) || standingOf(entry) === 'pending');
  return (
    <Button
      kind={refunds.some(isLocked) ? 'plain' : 'quiet'}
      icon="edit"
      onPress={() => open({ kind: 'decide', exchangeId })}
    >
      {isOpen ? 'I know what became of it…' : 'Correct this…'}
    </Button>
  );
}
