import { Dialog } from '../../ui/dialog.tsx';
import { useStoredExchange } from '../journal/use-stored-exchange.ts';
import { ComparisonSides } from './comparison-sides.tsx';

type Props = { readonly exchangeId: string; readonly onClose: () => void };

/** An exchange of the history beside another one, or beside what the provider's document prints. */
export function CompareExchangeDialog({ exchangeId, onClose }: Props) {
  const exchange = useStoredExchange(exchangeId);
  return (
    <Dialog title="Compare" onClose={onClose} width="wide">
      {exchange === null ? (
        <p role="alert">{`The history entry ${exchangeId} is not there any more, or cannot be read.`}</p>
      ) : exchange === undefined ? (
        <p role="status">Reading the history …</p>
      ) : (
        <ComparisonSides exchange={exchange} first="earlier" />
      )}
    </Dialog>
  );
}
