import type { Effect } from '../model/effect.ts';
import type { LookUp, Refund } from '../model/refund.ts';
import type { RequestParts } from '../model/request-parts.ts';
import type { Source } from '../model/source.ts';
import type { VariableSpec } from '../model/variable.ts';
import type { Answer, Reading } from './answer.ts';
import type { Authentication } from './authentication.ts';
import type { CatalogEntry, ResendAdvice } from './catalog-entry.ts';
import type { DocumentedExample } from './documented-example.ts';
import type { Operation } from './operation.ts';
import type { Packing } from './packing.ts';
import type { RequestTemplate } from './request-template.ts';

/** A known host of an API. */
export type EnvironmentPreset = {
  readonly title: string;
  readonly environmentClass: 'test' | 'production';
  readonly baseUrl: string;
  readonly source: Source;
};

/** A slip in the provider's document and how to read it. */
export type Erratum = {
  readonly problem: string;
  readonly reading: string;
  readonly reason: string;
  readonly confidence: Source['confidence'];
};

/** How to find out what became of a refund whose answer was lost. */
export type UnknownAdvice = { readonly text: string; readonly resend: ResendAdvice };

/** What the provider says about a refund that is asked for twice. */
export type RepeatRule = {
  /** One or two sentences. */
  readonly text: string;
  /** Seconds during which it refuses the same amount of the same transaction again; `null` where none are documented. */
  readonly sameAmountSeconds: number | null;
  readonly source: Source;
};

/** A call worth making next: a template, with the values that tie it to the request just sent. */
export type FollowUp = {
  readonly template: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
};

/**
 * One provider's refund interface: everything the product knows of it, as data and a few pure functions.
 * Generic code never asks which API it has; what it needs is a field here.
 */
export type ApiDefinition = {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  /** Lists show APIs in this order, lowest first. */
  readonly displayOrder: number;
  readonly vendor: string;
  /** One sentence: what it refunds and how. */
  readonly summary: string;
  /** Title of the supplied document. */
  readonly document: string;
  /** Where the provider's own pages are, over https; only such an address is ever opened in a browser. */
  readonly documentationPage?: string;
  /** Markdown, in our own words. */
  readonly docs: string;
  /** Everything its templates and login ask for; `<id>.baseUrl` comes first. */
  readonly variables: readonly VariableSpec[];
  readonly presets: readonly EnvironmentPreset[];
  readonly authentication: Authentication;
  readonly operations: readonly Operation[];
  readonly templates: readonly RequestTemplate[];
  readonly catalog: readonly CatalogEntry[];
  readonly errata: readonly Erratum[];
  /** Every sample request and answer that the supplied document prints. */
  readonly examples: readonly DocumentedExample[];
  readonly unknownAdvice: UnknownAdvice;
  /** Reads a well-formed answer; HTTP status alone never decides. */
  readonly readAnswer: (answer: Answer) => Reading;
  /** The effect of an operation's resolved request. */
  readonly describeEffect: (operation: string, request: RequestParts) => Effect;
  /** The refunds that a resolved request asks for, in its order; empty for a call that moves no money. */
  readonly readRefunds: (operation: string, request: RequestParts) => readonly Refund[];
  /**
   * What an answer proves of refunds, where the call asked for their state; one entry for each refund it names. Empty
   * for any other call, and for an answer that proves nothing: not finding a refund does not prove that there is none.
   */
  readonly readLookUps: (answer: Answer) => readonly LookUp[];
  readonly repeatRule: RepeatRule;
  /** The status call for a request just answered, where there is one. */
  readonly followUp: (request: RequestParts) => FollowUp | null;
  /** Templates of which one call takes several refunds; without it every refund is a call of its own. */
  readonly packing?: readonly Packing[];
};
