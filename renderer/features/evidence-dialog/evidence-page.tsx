import { useMemo } from 'react';

import {
  type Block,
  type Cell,
  evidenceDocument,
} from '../../../shared/engine/evidence/evidence-document.ts';
import { showUnseen } from '../../../shared/engine/evidence/unseen-characters.ts';
import type { EvidenceBundle } from '../../../shared/model/evidence.ts';
import classes from './evidence-page.module.css';
import verdicts from '../../ui/verdict.module.css';

/** Evidence as a reader will see it. */
export function EvidencePage({ bundle }: { readonly bundle: EvidenceBundle }) {
  const { title, blocks } = useMemo(() => evidenceDocument(bundle, ''), [bundle]);
  return (
    <div className={classes['page']} tabIndex={0} role="region" aria-label="What the evidence says">
      <h3 className={classes['title']}>{visible(title)}</h3>
      {blocks.map((block, index) => (
        // Blocks have no identity of their own; the page is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h4>{visible(block.text)}</h4> : <h5>{visible(block.text)}</h5>;
    case 'text':
      return block.text === '' ? null : <p>{visible(block.text)}</p>;
    case 'verdict':
      return (
        <section className={`${classes['verdict']} ${verdicts[block.verdict]}`}>
          <h4>{visible(`${block.number}${block.headline}`)}</h4>
          <Facts rows={block.rows} />
        </section>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'table':
      return <Table block={block} />;
    case 'code':
      return (
        <figure>
          <figcaption>{visible(block.label)}</figcaption>
          <pre>{visible(block.text)}</pre>
        </figure>
      );
  }
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, Cell])[] }) {
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={`${label}${typeof value === 'string' ? value : value.code}`}>
          <dt>{visible(label)}</dt>
          <dd>
            <CellView cell={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ block: { label, head, rows } }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={JSON.stringify(cells)}>
            {cells.map((cell, column) => (
              <td key={head[column]}>
                <CellView cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellView({ cell }: { readonly cell: Cell }) {
  return typeof cell === 'string' ? visible(cell) : <code>{visible(cell.code)}</code>;
}

function visible(text: string): string {
  return showUnseen(text, (name) => `⟨${name}⟩`);
}
