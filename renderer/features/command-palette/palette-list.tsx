import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  VisuallyHidden,
} from 'react-aria-components';

import { Icon } from '../../ui/icon.tsx';
import classes from './command-palette.module.css';
import { markMatches } from './mark-matches.ts';
import type { PaletteEntry, PaletteKind } from './palette-entry.ts';
import { paletteScopes } from './palette-scopes.ts';
import type { PaletteGroup } from './rank-entries.ts';

type Props = {
  readonly groups: readonly PaletteGroup[];
  /** What is marked in the titles. */
  readonly words: readonly string[];
  readonly onChoose: (id: string) => void;
};

/** What was found, under headings. */
export function PaletteList({ groups, words, onChoose }: Props) {
  return (
    <ListBox
      aria-label="Results"
      className={classes['list'] ?? ''}
      items={groups.map((group) => ({ ...group, id: group.title }))}
      dependencies={[words]}
      onAction={(key) => onChoose(String(key))}
      renderEmptyState={() => (
        <p className={classes['empty']}>
          Nothing here. Without its first character the search goes through everything.
        </p>
      )}
    >
      {(group) => (
        <ListBoxSection id={group.id}>
          <Heading group={group} />
          <Collection items={group.entries} dependencies={[words]}>
            {(entry) => <Item entry={entry} words={words} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function Heading({ group: { title, entries, count } }: { readonly group: PaletteGroup }) {
  const kind = entries[0]?.kind;
  const prefix = paletteScopes.find(({ kinds }) => kind !== undefined && kinds.includes(kind))?.prefix;
  return (
    <Header className={classes['heading'] ?? ''}>
      <span>{title}</span>
      {entries.length < count && (
        <span className={classes['more']}>
          {entries.length} of {count} · <kbd>{prefix}</kbd> shows all
        </span>
      )}
    </Header>
  );
}

function Item({ entry, words }: { readonly entry: PaletteEntry; readonly words: readonly string[] }) {
  const { id, kind, title, detail, keys } = entry;
  return (
    <ListBoxItem id={id} textValue={`${kind} ${title} ${detail}`} className={classes['item'] ?? ''}>
      <Icon name={icons[kind]} />
      <VisuallyHidden elementType="span">{kind} </VisuallyHidden>
      <span className={classes['title']} title={title}>
        {markMatches(title, words).map(({ text, isMatch }, index) =>
          // A piece's place is its identity.
          // oxlint-disable-next-line react/no-array-index-key
          isMatch ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
      <span className={classes['detail']}>{detail}</span>
      {keys !== undefined && <kbd className={classes['keys']}>{keys}</kbd>}
    </ListBoxItem>
  );
}

const icons: Readonly<Record<PaletteKind, string>> = {
  Request: 'package',
  Saved: 'file',
  Command: 'chevron-right',
  Environment: 'settings',
  Collection: 'library',
  'Error code': 'warning',
  History: 'history',
  Documentation: 'book',
  Search: 'search',
};
