import type { EvidenceBundle } from '../../model/evidence.ts';
import { evidenceStyle } from './evidence-style.ts';
import { type Block, type Cell, evidenceDocument } from './evidence-document.ts';
import { showUnseen, writeVisibleJson } from './unseen-characters.ts';

/** The start tag of the block that holds the bundle itself; nothing else in the file opens a script. */
export const dataStart = '<script type="application/json" id="refund-workbench-evidence">';
export const dataEnd = '</script>';

const howToCheck =
  'This file holds the same evidence once more as data. Check both with: refund-workbench evidence verify FILE. Invisible characters are shown by their names, like U+202E in a box.';

/** Nothing may be loaded, whatever stands in the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A bundle as one file that shows itself in any browser, prints, and needs nothing from anywhere. */
export function evidenceHtml(bundle: EvidenceBundle): string {
  const { title, blocks } = evidenceDocument(bundle, howToCheck);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${attribute(title)}</title>
<style>${evidenceStyle}</style>
</head>
<body>
<main>
<h1>${visible(title)}</h1>
${blocks.map(writeBlock).join('\n')}
</main>
${dataStart}
${inertJson(bundle)}
${dataEnd}
</body>
</html>
`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${visible(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${visible(block.text)}</p>`;
    case 'verdict':
      return `<section class="verdict ${block.verdict}">
<h2>${visible(`${block.number}${block.headline}`)}</h2>
${facts(block.rows)}
</section>`;
    case 'facts':
      return facts(block.rows);
    case 'table':
      return table(block);
    case 'code':
      return `<figure>
<figcaption>${visible(block.label)}</figcaption>
<pre>
${visible(block.text)}</pre>
</figure>`;
  }
}

function facts(rows: readonly (readonly [string, Cell])[]): string {
  const lines = rows.map(([label, value]) => `<dt>${visible(label)}</dt><dd>${writeCell(value)}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}

function table({ label, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const titles = head.map((text) => `<th scope="col">${visible(text)}</th>`).join('');
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${writeCell(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>
<caption>${visible(label)}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

function writeCell(cell: Cell): string {
  return typeof cell === 'string' ? visible(cell) : `<code>${visible(cell.code)}</code>`;
}

/** Text that is nothing but text, with every unseen character shown by its name. */
function visible(text: string): string {
  return showUnseen(escapeHtml(text), (name) => `<span class="unseen">${name}</span>`);
}

function attribute(text: string): string {
  return showUnseen(escapeHtml(text), (name) => `(${name})`);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** No sign in it can end the block or start a comment, which would hide its end. */
function inertJson(bundle: EvidenceBundle): string {
  return writeVisibleJson(bundle, 0).replaceAll(
    /[<>&]/g,
    (sign) => String.raw`\u00${sign.charCodeAt(0).toString(16)}`,
  );
}
