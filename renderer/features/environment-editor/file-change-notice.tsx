import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './environment-dialog.module.css';
import type { EnvironmentDraft } from './use-environment-draft.ts';

type Props = {
  readonly draft: Pick<EnvironmentDraft, 'fileChange' | 'keepMine' | 'takeTheirs'>;
  readonly onClose: () => void;
};

/** Says that the file changed while it was edited here, and lets the user choose whose text stays. */
export function FileChangeNotice({ draft: { fileChange, keepMine, takeTheirs }, onClose }: Props) {
  if (fileChange === null) return null;
  const isGone = fileChange === 'gone';
  return (
    <div role="alert" className={classes['changed']}>
      <Icon name="warning" />
      <p>
        {isGone
          ? 'The file of this environment was removed, or can no longer be read, while you were editing it.'
          : 'The file of this environment was changed by someone else while you were editing it.'}
      </p>
      <Button onPress={keepMine}>Keep mine</Button>
      {isGone ? (
        <Button onPress={onClose}>Discard mine</Button>
      ) : (
        <Button onPress={takeTheirs}>Use the file</Button>
      )}
    </div>
  );
}
