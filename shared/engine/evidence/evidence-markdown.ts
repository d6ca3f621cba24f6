import type { EvidenceBundle } from '../../model/evidence.ts';
import { type Block, type Cell, evidenceDocument } from './evidence-document.ts';
import { showUnseen } from './unseen-characters.ts';

const howToCheck =
  'Markdown is changed by whatever shows it and cannot be checked by itself; the same evidence as JSON or HTML can: refund-workbench evidence verify FILE. Invisible characters are written as ⟨U+202E⟩.';

/** A bundle as Markdown, to be pasted into a ticket: nothing in it is markup but what stands here. */
export function evidenceMarkdown(bundle: EvidenceBundle): string {
  const { title, blocks } = evidenceDocument(bundle, howToCheck);
  return `${[`# ${prose(title)}`, ...blocks.map(writeBlock)].join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${prose(block.text)}`;
    case 'text':
      return prose(block.text);
    case 'verdict':
      return [
        `## ${prose(`${block.number}${block.headline}`)}`,
        ...block.rows.map(([label, text]) => `**${prose(label)}** ${prose(text)}`),
      ].join('\n\n');
    case 'facts':
      return block.rows.map(([label, value]) => `- **${prose(label)}:** ${writeCell(value)}`).join('\n');
    case 'table':
      return [
        row(block.head.map(prose)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(writeTableCell))),
      ].join('\n');
    case 'code':
      return `${prose(block.label)}:\n\n${fenced(visible(block.text))}`;
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** GitHub splits cells at a bar even inside code. */
function writeTableCell(cell: Cell): string {
  return typeof cell === 'string' ? prose(cell) : code(cell.code).replaceAll('|', '\\|');
}

function writeCell(cell: Cell): string {
  return typeof cell === 'string' ? prose(cell) : code(cell.code);
}

/** One line of prose in which no sign means anything, not even to a site that links numbers and names. */
function prose(text: string): string {
  return oneLine(visible(text)).replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&@:$^=]/g, escapeSign);
}

/** A dot, a colon or a bracket between letters starts nothing, and prose full of backslashes reads badly. */
function escapeSign(sign: string, offset: number, text: string): string {
  const isHarmless =
    /[.():+\-!={}^$]/.test(sign) && offset > 0 && !/^\d+[.)](?:\s|$)/.test(text.slice(0, offset + 2));
  const startsAddress = sign === ':' && text.startsWith('//', offset + 1);
  return isHarmless && !startsAddress ? sign : `\\${sign}`;
}

function code(text: string): string {
  const content = oneLine(visible(text));
  const fence = '`'.repeat(longestRun(content) + 1);
  const pad = /^`|`$|^ .* $/.test(content) || content === '' ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function visible(text: string): string {
  return showUnseen(text, (name) => `⟨${name}⟩`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
