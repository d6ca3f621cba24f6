import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { Confidence } from '../../shared/model/source.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';

/** What has to be read otherwise than it is printed, and why: a correction of the fact sheet of the APIs. */
export type Correction = {
  /** Every place where this text is printed becomes `to`; absent where no text of the body changes. */
  readonly from?: string;
  /** `<name>` stands for what the server makes up; see `made`. */
  readonly to?: string;
  readonly why: string;
};

/** A response that a supplied document prints; `Call` is what a client of that API can be told to send. */
export type PrintedResponse<Call> = {
  /** Heading and lines of the document. */
  readonly where: string;
  /** How the document gives the status; `null` where it does not. */
  readonly printedStatus: string | null;
  readonly status: number;
  /** The provider's own code, where the response has one. */
  readonly code: string | null;
  readonly message: string | null;
  /** The body as printed; `null` where only a status is. */
  readonly body: string | null;
  /** `null` where it is right as printed. */
  readonly erratum: readonly Correction[] | null;
  /** What a name in angle brackets may stand for: a token of JSON. */
  readonly made?: Readonly<Record<string, RegExp>>;
  /** The catalog entry that its explanation has to begin with. */
  readonly entry: string;
  /** How sure it is that the provider answers so, by the fact sheet: its weakest part counts. */
  readonly confidence: Confidence;
  /** The calls that lead there from a fresh ledger, the last of which gets it; or the reason why there are none. */
  readonly natural: readonly Call[] | string;
  /** Printed ids that are others in that last call: the printed text, and the text of the call. */
  readonly instead?: Readonly<Record<string, string>>;
  /** The id of the scenario to ask for, and the call to ask with: it names the printed ids. */
  readonly pick: string;
  readonly asked: Call;
};

/** Where a client finds an API, and what it was given for it. */
export type Site = {
  /** Origin and mount point, without a slash at the end. */
  readonly url: string;
  /** A value that the sandbox prints, by the name of its variable. */
  readonly given: (name: string) => string;
};

/** What a document prints, and a client made by that document, which knows nothing of the workbench. */
export type PrintedDocument<Call> = {
  readonly api: string;
  /** Catalog entries said to be of the document that it prints no response for, each with the reason. */
  readonly notPrinted: Readonly<Record<string, string>>;
  readonly responses: readonly PrintedResponse<Call>[];
  /** Logs in where there is a login; gives what writes a call as a request. */
  readonly openClient: (site: Site) => Promise<(call: Call) => RequestParts>;
};

/** The site of an API at a running sandbox. */
export function siteOf(origin: string, api: string): Site {
  const variables = sandboxes.get(api)?.variables ?? {};
  return {
    url: `${origin}/${api}`,
    given: (name) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`The sandbox prints no ${name}`);
      return value;
    },
  };
}

/** The body that has to come: the printed one after its corrections, with the ids of the call that was sent. */
export function bodyToCome<Call>(
  { body, erratum, where }: PrintedResponse<Call>,
  instead: Readonly<Record<string, string>> = {},
): string | null {
  if (body === null) return null;
  const corrected = (erratum ?? []).reduce(
    (text, { from, to = '' }) => (from === undefined ? text : replaceAllOf(text, from, to, where)),
    body,
  );
  return Object.entries(instead).reduce((text, [from, to]) => replaceAllOf(text, from, to, where), corrected);
}

function replaceAllOf(text: string, from: string, to: string, where: string): string {
  if (!text.includes(from)) throw new Error(`${where}: it does not print ${from}`);
  return text.replaceAll(from, to);
}
