import { useEffect, useState } from 'react';

import type { TreeRow } from '../../../shared/model/body-view.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import type { OpenBody } from '../../workers/open-body.ts';
import classes from './body-tree.module.css';

type Props = {
  readonly body: OpenBody;
  readonly row: TreeRow;
  readonly onCopyValue: () => void;
  readonly onCheck: (check: NonNullable<TreeRow['check']>) => void;
};

/** Where the active row of the tree is, and what can be done with it. */
export function RowFoot({ body, row, onCopyValue, onCheck }: Props) {
  const stores = useStores();
  const path = usePath(body, row);
  const { check } = row;
  return (
    <div className={classes['foot']} role="group" aria-label="The chosen value">
      <code title={path}>{path}</code>
      <IconButton icon="copy" label="Copy value" onPress={onCopyValue} />
      <IconButton
        icon="link"
        label="Copy path"
        onPress={() => void copyText(stores, path, 'The path is on the clipboard')}
      />
      <IconButton
        icon="checklist"
        label="Check that it stays"
        isDisabled={check === null}
        onPress={() => {
          if (check !== null) onCheck(check);
        }}
      />
    </div>
  );
}

function usePath(body: OpenBody, { node, check }: TreeRow): string {
  const [asked, setAsked] = useState({ node: -1, path: '' });
  const known = check?.path ?? null;
  useEffect(() => {
    let isWanted = known === null;
    void (async () => {
      if (!isWanted) return;
      const path = await body.ask('path', node);
      if (isWanted) setAsked({ node, path });
    })();
    return () => {
      isWanted = false;
    };
  }, [body, node, known]);
  return known ?? (asked.node === node ? asked.path : '');
}
