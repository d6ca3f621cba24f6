import { useId, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
} from 'react-aria-components';

import { Icon } from '../../ui/icon.tsx';
import classes from './counterpart-picker.module.css';
import {
  type Counterpart,
  type CounterpartGroup,
  exchangeCounterpart,
  matchesWords,
} from './counterparts.ts';
import { useFoundExchanges } from './use-found-exchanges.ts';

type Props = {
  /** The exchange on the left, which is not offered. */
  readonly exchangeId: string;
  readonly chosen: Counterpart | null;
  /** What comes first, before the rest of the history. */
  readonly groups: readonly CounterpartGroup[];
  readonly onChoose: (counterpart: Counterpart) => void;
};

/** Chooses what stands on the right: an earlier exchange, a documented sample, or anything the history finds. */
export function CounterpartPicker({ exchangeId, chosen, groups, onChoose }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button id={id} className={classes['button'] ?? ''} aria-labelledby={`${id}-label ${id}`}>
        <span id={`${id}-label`} hidden>
          Compare with:
        </span>
        <span className={classes['status']}>{chosen?.status ?? '—'}</span>{' '}
        <span className={classes['title']}>{chosen?.title ?? 'Choose …'}</span> <Icon name="chevron-down" />{' '}
        <span className={classes['detail']}>{chosen?.detail}</span>
      </Button>
      <Popover className={classes['popover'] ?? ''} placement="bottom end">
        <Dialog aria-label="Compare with" className={classes['dialog'] ?? ''}>
          <Search
            exchangeId={exchangeId}
            groups={groups}
            onChoose={(counterpart) => {
              setIsOpen(false);
              onChoose(counterpart);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Search({ exchangeId, groups, onChoose }: Omit<Props, 'chosen'>) {
  const [query, setQuery] = useState('');
  const found = useFoundExchanges(query);
  const first = groups.map(({ title, counterparts }) => ({
    title,
    counterparts: counterparts.filter((counterpart) => matchesWords(counterpart, query)),
  }));
  const known = new Set(first.flatMap(({ counterparts }) => counterparts).map(({ key }) => key));
  const rest = found
    .filter(({ id }) => id !== exchangeId)
    .map(exchangeCounterpart)
    .filter(({ key }) => !known.has(key));
  const shown = [
    ...first,
    { title: query.trim() === '' ? 'Other exchanges' : 'Found in the history', counterparts: rest },
  ].filter(({ counterparts }) => counterparts.length > 0);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField
        aria-label="Search samples and the history"
        // The box opens to be typed into.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={classes['field'] ?? ''}
      >
        <Input placeholder="Samples and history: 214 verdict:refused" />
      </SearchField>
      <ListBox
        aria-label="Counterparts"
        className={classes['list'] ?? ''}
        onAction={(key) => {
          const counterpart = shown
            .flatMap(({ counterparts }) => counterparts)
            .find((one) => one.key === key);
          if (counterpart !== undefined) onChoose(counterpart);
        }}
        renderEmptyState={() => <p className={classes['empty']}>Nothing found.</p>}
      >
        {shown.map(({ title, counterparts }) => (
          <ListBoxSection key={title} id={title}>
            <Header className={classes['heading'] ?? ''}>{title}</Header>
            {counterparts.map((counterpart) => (
              <ListBoxItem
                key={counterpart.key}
                id={counterpart.key}
                textValue={`${counterpart.title}, ${counterpart.detail}`}
                className={classes['item'] ?? ''}
              >
                <span className={classes['status']}>{counterpart.status}</span>
                <span className={classes['title']}>{counterpart.title}</span>
                <span className={classes['detail']}>{counterpart.detail}</span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
