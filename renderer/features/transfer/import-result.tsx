import type { ImportApplied } from '../../../shared/contract/collection-commands.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { countOf } from './kind-words.ts';
import { RemarkList } from './remark-list.tsx';
import classes from './transfer.module.css';

type Props = { readonly applied: ImportApplied; readonly onClose: () => void };

/** What was written, and the way to it. */
export function ImportResult({ applied, onClose }: Props) {
  const { layout } = useStores();
  const { overview, preview, collections, environments } = applied;
  const written = overview.collections.filter(({ id }) => collections.includes(id));
  const open = (id: string): void => {
    onClose();
    layout.getState().showView('collections');
    layout.getState().showPage({ kind: 'collection', id });
  };
  const [first] = written;
  return (
    <Dialog title="Imported" onClose={onClose} width="wide">
      <DialogForm
        actions={
          <>
            <Button onPress={onClose}>Close</Button>
            {first !== undefined && (
              // The next step, which a dialog that changed its face has to offer to the keyboard.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              <Button kind="primary" autoFocus onPress={() => open(first.id)}>
                {`Open ${first.name}`}
              </Button>
            )}
          </>
        }
      >
        <p role="status">
          Written: {countOf(collections.length, 'collection')} with {countOf(preview.requests, 'request')},{' '}
          {countOf(environments.length, 'environment')}.
        </p>
        {written.length > 1 && (
          <ul className={classes['links']}>
            {written.map(({ id, name }) => (
              <li key={id}>
                <Button kind="quiet" icon="archive" onPress={() => open(id)}>
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <RemarkList title="Changed or left out" remarks={preview.remarks} />
      </DialogForm>
    </Dialog>
  );
}
