import { type CSSProperties, type ReactNode, useState } from 'react';

import type { BodyFacts } from '../../../shared/model/body-view.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { OpenBody } from '../../workers/open-body.ts';
import { BodyTree } from './body-tree.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FindBar } from './find-bar.tsx';
import { FoundList } from './found-list.tsx';
import { LineViewer } from './line-viewer.tsx';
import classes from './parsed-pane.module.css';
import { readingWords } from './reading-words.ts';
import { useBodyFilter } from './use-body-filter.ts';
import { useBodyState } from './use-open-body.ts';

type Props = {
  readonly body: OpenBody | null;
  readonly tabId: string;
  /** What stands above it. */
  readonly card: ReactNode;
};

/** The verdict, and below it the answer as a tree; what is no JSON and no XML stands there as it came. */
export function ParsedPane({ body, tabId, card }: Props) {
  const { facts, problem } = useBodyState(body);
  return (
    <div className={classes['pane']}>
      <div className={classes['card']}>{card}</div>
      {problem !== null && <p className={classes['note']}>{problem}</p>}
      {body !== null && facts !== null && <Content body={body} facts={facts} tabId={tabId} />}
    </div>
  );
}

type ContentProps = { readonly body: OpenBody; readonly facts: BodyFacts; readonly tabId: string };

function Content({ body, facts, tabId }: ContentProps) {
  if (facts.format === 'empty' && facts.isWhole) return <p className={classes['note']}>The body is empty.</p>;
  if (facts.rows > 0) return <TreeContent body={body} facts={facts} tabId={tabId} />;
  return (
    <>
      <PlainNote facts={facts} />
      <div className={classes['there']} style={lengthOf(facts.lines)}>
        <LineViewer
          body={body}
          facts={facts}
          layout="received"
          label="The answer as it came"
          mark={facts.problem}
        />
      </div>
    </>
  );
}

/** Why there is no tree. */
function PlainNote({ facts }: { readonly facts: BodyFacts }) {
  const { format, problem } = facts;
  if (problem !== null) {
    return (
      <p className={classes['fault']} role="note">
        <Icon name="warning" />
        <span>
          {`Malformed ${format === 'xml' ? 'XML' : 'JSON'}, line ${problem.line}, column ${problem.column}: ${problem.message}. Nothing was mended; it stands below as it came.`}
        </span>
      </p>
    );
  }
  if (format === 'html')
    return (
      <p className={classes['note']}>This is a web page, as proxies send it, not an answer of the API.</p>
    );
  return <p className={classes['note']}>This is neither JSON nor XML.</p>;
}

function TreeContent({ body, facts, tabId }: ContentProps) {
  const [bar, setBar] = useState<'find' | 'filter' | null>(null);
  const [wanted, setWanted] = useState<{ node: number; takesFocus: boolean } | null>(null);
  const filter = useBodyFilter(body, facts);
  const isFiltered = bar === 'filter' && filter.found !== null;
  const close = (): void => setBar(null);
  const showFound = async (place: number): Promise<void> => {
    const node = await body.ask('nodeFound', place);
    if (node !== null) setWanted({ node, takesFocus: false });
  };
  return (
    <>
      <div className={classes['tools']}>
        {bar === null && (
          <span className={classes['kind']} role="status">
            {readingWords(facts, body.length) ?? (facts.format === 'xml' ? 'XML' : 'JSON')}
          </span>
        )}
        {bar === 'find' && (
          <FindBar
            label="Search in the tree"
            onFind={(query) => body.ask('findInTree', query, wanted?.node ?? 0)}
            onShow={(place) => void showFound(place)}
            onClose={close}
          />
        )}
        {bar === 'filter' && <FilterBar filter={filter} format={facts.format} onClose={close} />}
        {bar === null && (
          <>
            <IconButton icon="search" label="Search in the tree (Ctrl F)" onPress={() => setBar('find')} />
            <IconButton icon="filter" label="Filter by a path" onPress={() => setBar('filter')} />
          </>
        )}
      </div>
      {isFiltered && filter.found !== null && (
        <div className={classes['there']} style={lengthOf(filter.found.count)}>
          <FoundList
            found={filter.found}
            onShow={(node) => {
              setWanted({ node, takesFocus: true });
              close();
            }}
          />
        </div>
      )}
      <div className={isFiltered ? classes['away'] : classes['there']} style={lengthOf(facts.rows)}>
        <BodyTree body={body} facts={facts} tabId={tabId} wanted={wanted} onFind={() => setBar('find')} />
      </div>
    </>
  );
}

/** A short list is as high as it is long; a long one scrolls in itself. */
function lengthOf(rows: number): CSSProperties {
  return { '--rows': Math.min(rows, 1000) } as CSSProperties;
}
