import { type EvidenceBundle, type EvidenceKind, evidenceLimit } from '../../model/evidence.ts';
import type { ExportedFile } from '../../model/transfer.ts';
import type { Problem } from '../../model/problem.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { evidenceHar } from './evidence-har.ts';
import { evidenceHtml } from './evidence-html.ts';
import { evidenceMarkdown } from './evidence-markdown.ts';
import { writeVisibleJson } from './unseen-characters.ts';

type Form = {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (bundle: EvidenceBundle) => string;
};

const forms: Readonly<Record<EvidenceKind, Form>> = {
  html: { extension: 'html', mediaType: 'text/html', write: evidenceHtml },
  markdown: { extension: 'md', mediaType: 'text/markdown', write: evidenceMarkdown },
  json: { extension: 'json', mediaType: 'application/json', write: evidenceJson },
  har: { extension: 'har', mediaType: 'application/json', write: evidenceHar },
};

/** The text of a bundle in one of its forms; the same bundle always gives the same text. */
export function evidenceText(bundle: EvidenceBundle, kind: EvidenceKind): string {
  return forms[kind].write(bundle);
}

/** A bundle as a file; fails where no ticket would take it. */
export function writeEvidence(bundle: EvidenceBundle, kind: EvidenceKind): Result<ExportedFile, Problem> {
  const { extension, mediaType } = forms[kind];
  const text = evidenceText(bundle, kind);
  if (text.length > evidenceLimit) return fail(tooLarge(text.length));
  const ids = bundle.exchanges.map(({ id }) => id.replaceAll(/[^\w-]/g, ''));
  const numbers = ids.length > 3 ? `${ids[0] ?? ''}-and-${ids.length - 1}-more` : ids.join('-');
  const fileName = `evidence-${bundle.madeAt.slice(0, 10)}-history-${numbers}.${extension}`;
  return ok({ fileName, mediaType, text });
}

function evidenceJson(bundle: EvidenceBundle): string {
  return `${writeVisibleJson(bundle, 2)}\n`;
}

function tooLarge(length: number): Problem {
  const megabytes = (count: number): string => `${Math.round(count / 1_000_000)} million characters`;
  return {
    code: 'bad-input',
    message: `The evidence would be ${megabytes(length)} long; ${megabytes(evidenceLimit)} is the most.`,
    remedy: 'Choose fewer exchanges, or those with smaller bodies.',
  };
}
