import { type KeyboardEvent, useRef, useState } from 'react';

import type { BodyFacts, TreeRow } from '../../../shared/model/body-view.ts';
import type { OpenBody } from '../../workers/open-body.ts';

/** How a tree in a worker is moved through. Rows count from 0. */
export type BodyTreeState = {
  readonly rows: number;
  /** Changes when the same rows may be others. */
  readonly version: string;
  readonly active: number;
  readonly choose: (row: number) => void;
  readonly toggle: (row: TreeRow) => void;
  /** Opens what is around a node and makes it the active one. */
  readonly reveal: (node: number) => Promise<void>;
  /** Moves by a key; tells whether it knew the key. */
  readonly press: (event: KeyboardEvent, row: TreeRow | undefined) => boolean;
};

type Options = {
  readonly body: OpenBody;
  readonly facts: BodyFacts;
  readonly page: () => number;
  readonly show: (row: number, place?: 'nearest' | 'middle') => void;
};

/** Letters that follow each other this soon are one word, in milliseconds. */
const wordPause = 700;

/** The rows of a tree, which of them is active, and what the keys do. */
export function useBodyTree({ body, facts, page, show }: Options): BodyTreeState {
  const [opened, setOpened] = useState({ facts, rows: facts.rows, changes: 0 });
  const [active, setActive] = useState(0);
  const typed = useRef({ word: '', at: 0 });
  // What the facts say came later than what was opened before them.
  const rows = opened.facts === facts ? opened.rows : facts.rows;
  const change = (count: number): void =>
    setOpened(({ changes }) => ({ facts, rows: count, changes: changes + 1 }));
  const choose = (row: number): void => {
    const next = Math.max(0, Math.min(row, rows - 1));
    setActive(next);
    show(next);
  };
  const setOpen = async (node: number, isOpen: boolean, siblings: boolean): Promise<void> =>
    change(await body.ask('setOpen', node, isOpen, siblings));
  const reveal = async (node: number): Promise<void> => {
    const revealed = await body.ask('reveal', node);
    change(revealed.rows);
    setActive(revealed.row);
    show(revealed.row, 'middle');
  };
  const findName = async (letter: string): Promise<void> => {
    const { word, at } = typed.current;
    const now = performance.now();
    const isLonger = now - at < wordPause;
    typed.current = { word: (isLonger ? word : '') + letter, at: now };
    // A word that grows may still be where it was.
    const found = await body.ask('rowNamed', typed.current.word, isLonger ? active - 1 : active);
    if (found !== null) choose(found);
  };
  const keys: Readonly<Record<string, (row: TreeRow) => void>> = {
    ArrowDown: () => choose(active + 1),
    ArrowUp: () => choose(active - 1),
    PageDown: () => choose(active + page()),
    PageUp: () => choose(active - page()),
    Home: () => choose(0),
    End: () => choose(rows - 1),
    Enter: (row) => toggle(row),
    ' ': (row) => toggle(row),
    '*': (row) => void setOpen(row.node, true, true).then(() => reveal(row.node)),
    ArrowRight: (row) => {
      if (row.isOpen === false) toggle(row);
      else if (row.isOpen === true) choose(active + 1);
    },
    ArrowLeft: (row) => {
      if (row.isOpen === true) toggle(row);
      else if (row.parent !== row.node) void reveal(row.parent);
    },
  };
  const toggle = ({ node, isOpen }: TreeRow): void => {
    if (isOpen !== null) void setOpen(node, !isOpen, false);
  };
  return {
    rows,
    version: `${facts.read} ${opened.changes}`,
    active: Math.min(active, Math.max(0, rows - 1)),
    choose,
    toggle,
    reveal,
    press: ({ key, ctrlKey, metaKey, altKey }, row) => {
      if (ctrlKey || metaKey || altKey || row === undefined) return false;
      const run = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (run !== undefined) run(row);
      else if (key.length === 1) void findName(key);
      else return false;
      return true;
    },
  };
}
