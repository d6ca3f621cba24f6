import type { TextRange } from './parsed-body.ts';

/** Replaces a stretch of a text. Edits of one list do not overlap; their ranges are those of the text before. */
export type TextEdit = { readonly range: TextRange; readonly text: string };

/** Something that may be written at a place. */
export type BodyProposal = {
  /** An `example` shows how a value looks; it goes as soon as something is typed, so that nobody sends it by accident. */
  readonly kind: 'field' | 'value' | 'example' | 'element' | 'closing tag' | 'attribute';
  /** What the list shows: the name of the field, the value. */
  readonly label: string;
  /** A few words beside it: `amount, required`. */
  readonly detail: string;
  /** Plain sentences about it, in the order they are read; nothing in them is formatting. */
  readonly notes: readonly string[];
  /** What is inserted; `$0` marks where the cursor goes, `\$` is a dollar sign. */
  readonly insert: string;
  /** What the insertion replaces. */
  readonly range: TextRange;
  /** Changes elsewhere that go with it, as the comma that is missing before it. */
  readonly also?: readonly TextEdit[];
};

/** What is known of the field, value or element at a place. */
export type FieldHelp = {
  /** What the help is about. */
  readonly range: TextRange;
  readonly title: string;
  /** Plain sentences: meaning, type, limits, unit, example, source and how sure it is. */
  readonly notes: readonly string[];
};

/** A change that mends something, in words and as edits. */
export type BodyFix = {
  /** An order, as in a menu: `Close donRefundInfoList`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
};

/** Something about a body that can be told without knowing the values of its variables. */
export type BodyFinding = {
  readonly range: TextRange;
  /** `fault`: it will be refused or mis-read. `remark`: worth knowing. */
  readonly severity: 'fault' | 'remark';
  /** What is wrong, then what to do, in plain sentences; a documented slip of the provider says so. */
  readonly message: string;
  /** The right one first; empty where there is no one right answer. */
  readonly fixes: readonly BodyFix[];
};

/** A sentence shown behind a value and never part of the text: `10.00 USD, in cents`. */
export type InlineNote = { readonly offset: number; readonly text: string };

/**
 * What an editor has to know of the bodies of one operation. Pure and quick enough for every key; texts may hold
 * `{{variables}}` at any place and may be broken anywhere. Offsets are in UTF-16 units.
 */
export type BodyLanguage = {
  readonly complete: (text: string, offset: number) => readonly BodyProposal[];
  readonly describe: (text: string, offset: number) => FieldHelp | null;
  readonly findings: (text: string) => readonly BodyFinding[];
  readonly notes: (text: string) => readonly InlineNote[];
  /** The same body laid out anew, every literal and variable untouched; `null` where it is not well-formed. */
  readonly format: (text: string) => string | null;
};
