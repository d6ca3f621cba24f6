import type { ReactNode } from 'react';

import { copyText } from '../../actions/copy-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import classes from './signature.module.css';

type Props = {
  readonly caption: string;
  /** What the button copies. */
  readonly text: string;
  /** What it is, as in `Copy the hash`. */
  readonly name: string;
  readonly children: ReactNode;
};

/** A text in a box that can be copied whole. */
export function CopiedText({ caption, text, name, children }: Props) {
  const stores = useStores();
  return (
    <figure className={classes['box']}>
      <figcaption>{caption}</figcaption>
      <IconButton
        icon="copy"
        label={`Copy ${name}`}
        onPress={() => void copyText(stores, text, `Copied ${name}.`)}
      />
      <code>{children}</code>
    </figure>
  );
}
