import { type Ref, useMemo } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';

import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogHit } from '../../../shared/engine/catalog/search-catalogs.ts';
import { verdictWords } from '../../../shared/engine/evidence/evidence-words.ts';
import verdicts from '../../ui/verdict.module.css';
import { capitalise, originWords } from '../words.ts';
import classes from './catalog-results.module.css';
import { hitKey } from './hit-key.ts';

type Hit = CatalogHit<ApiDefinition>;

type Props = {
  readonly list: Ref<HTMLDivElement>;
  /** Best first. */
  readonly hits: readonly Hit[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  /** What Enter or a double click does. */
  readonly onOpen: () => void;
};

/** Heights in CSS pixels; a virtualised list has to know them. */
const sizes = { rowSize: 46, headingSize: 30 };

/** What was found, under the API it belongs to; the API with the best fit comes first. */
export function CatalogResults({ list, hits, chosen, onChoose, onOpen }: Props) {
  const groups = useMemo(() => groupByApi(hits), [hits]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      <ListBox
        ref={list}
        aria-label="Documented answers"
        className={classes['list'] ?? ''}
        items={groups}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          for (const key of keys === 'all' ? [] : keys) onChoose(String(key));
        }}
        onAction={onOpen}
      >
        {({ api, own }) => (
          <ListBoxSection id={api.id} aria-label={api.title}>
            <Header className={classes['heading'] ?? ''}>
              {api.title} <span>{own.length}</span>
            </Header>
            <Collection items={own}>{(hit) => <Item hit={hit} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

function Item({ hit }: { readonly hit: Hit & { readonly id: string } }) {
  const { status, code, message, title, verdict, source } = hit.entry;
  const words = message ?? capitalise(title);
  const origin = originWords(source);
  return (
    <ListBoxItem
      id={hit.id}
      textValue={[code, words].filter(Boolean).join(' ')}
      className={`${classes['item']} ${verdicts[verdict]}`}
    >
      <span className={classes['status']} title={verdictWords[verdict]}>
        {status.length === 0 ? '—' : status.join(', ')}
      </span>
      <span className={classes['code']}>{code ?? '—'}</span>
      <span className={classes['message']}>{words}</span>
      <span className={classes['meaning']}>
        {verdictWords[verdict]}
        {message !== null && ` · ${title}`}
        {origin !== null && ` · ${origin}`}
      </span>
    </ListBoxItem>
  );
}

function groupByApi(hits: readonly Hit[]) {
  const apis = [...new Set(hits.map(({ api }) => api))];
  return apis.map((api) => ({
    id: api.id,
    api,
    own: hits.filter((hit) => hit.api === api).map((hit) => ({ ...hit, id: hitKey(hit) })),
  }));
}
