import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';

import type { Candidate } from '../../../shared/engine/recognise-request.ts';
import type { PastedCall } from '../../../shared/model/pasted.ts';
import classes from './call-list.module.css';

/** A call, and what it was recognised as. */
export type ListedCall = {
  readonly id: string;
  readonly call: PastedCall;
  readonly candidate: Candidate | null;
};

type Props = {
  readonly calls: readonly ListedCall[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

const rowHeight = 30;
/** As many need no room to scroll in. */
const few = 3;

/** Calls to choose from, those of a known API by their names. */
export function CallList({ calls, selected, onSelect }: Props) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight }}>
      <ListBox
        aria-label="Calls"
        className={`${classes['list']} ${calls.length <= few ? classes['short'] : ''}`}
        items={calls}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => keys !== 'all' && [...keys].forEach((key) => onSelect(String(key)))}
      >
        {({ id, call, candidate }) => (
          <ListBoxItem id={id} textValue={wordsOf(call, candidate)} className={classes['item'] ?? ''}>
            <span className={classes['method']}>{call.request.method}</span>
            <span className={classes['url']}>{addressOf(call.request.url)}</span>
            <span className={classes['api']}>{candidate?.api.title ?? 'not known here'}</span>
            <span className={classes['status']}>{statusOf(call)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

function wordsOf(call: PastedCall, candidate: Candidate | null): string {
  const api = candidate?.api.title ?? 'not known here';
  return `${call.request.method} ${addressOf(call.request.url)}, ${api}, ${statusOf(call)}`;
}

/** Without the query, which may hold a secret. */
function addressOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/(?:[^/?#@]*@)?/i, '').replace(/[?#].*$/s, '');
}

function statusOf({ outcome }: PastedCall): string {
  return outcome?.kind === 'response' ? String(outcome.status) : '—';
}
