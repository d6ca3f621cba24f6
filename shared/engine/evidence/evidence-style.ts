/** The look of an evidence file: the workbench's own colours, fonts that every system has, black on white in print. */
export const evidenceStyle = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --surface: #ffffff; --hairline: #dfe3e9; --text: #1b1f27; --quiet: #4d5564;
  --accepted: #17774c; --accepted-ground: #e3f5ec; --refused: #b7282e; --refused-ground: #fcebea;
  --pending: #8a5300; --pending-ground: #fdf2e0; --unknown: #6b3fa0; --unknown-ground: #f1eafb;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #16181d; --surface: #1c1f26; --hairline: #3b4250; --text: #e4e7ee; --quiet: #a9b0bf;
    --accepted: #55c79a; --accepted-ground: #1e3a30; --refused: #f47d82; --refused-ground: #3a2428;
    --pending: #e6ad62; --pending-ground: #3b2e1f; --unknown: #c9a2f0; --unknown-ground: #322844;
  }
}
* { box-sizing: border-box; }
body {
  background: var(--ground); color: var(--text); font: 14px/1.5 system-ui, sans-serif; margin: 0;
  overflow-wrap: break-word;
}
main { margin: 0 auto; max-width: 60rem; padding: 24px 20px 64px; }
h1 { font-size: 20px; margin: 0 0 16px; }
h2 { font-size: 17px; margin: 36px 0 8px; }
h3 { font-size: 14px; margin: 24px 0 6px; }
p { margin: 8px 0; max-width: 46rem; }
dl { display: grid; gap: 4px 16px; grid-template-columns: minmax(8rem, max-content) 1fr; margin: 8px 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
.verdict { border-inline-start: 4px solid; border-radius: 6px; margin: 0 0 16px; padding: 12px 16px; }
.verdict h2 { margin: 0 0 8px; }
.verdict dl, .verdict dt { color: var(--text); }
.verdict dt { font-weight: 600; }
.accepted { background: var(--accepted-ground); color: var(--accepted); }
.refused { background: var(--refused-ground); color: var(--refused); }
.pending { background: var(--pending-ground); color: var(--pending); }
.unknown { background: var(--unknown-ground); color: var(--unknown); }
figure { margin: 12px 0; }
figcaption { color: var(--quiet); font-size: 12px; padding: 0 0 4px; }
caption { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
pre, code, dd { overflow-wrap: anywhere; }
pre, code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 12.5px; }
pre {
  background: var(--surface); border: 1px solid var(--hairline); border-radius: 6px; margin: 0;
  padding: 10px 12px; unicode-bidi: plaintext; white-space: pre-wrap;
}
table { background: var(--surface); border: 1px solid var(--hairline); border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--hairline); font-size: 13px; padding: 6px 10px; text-align: start; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
td:first-child { min-width: 7rem; }
.unseen { border: 1px solid currentcolor; border-radius: 3px; font-size: 10px; padding: 0 3px; }
@media print {
  :root { color-scheme: light; }
  body { background: #ffffff; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  pre, code { font-size: 8.5pt; }
  th, td { font-size: 9pt; }
  .verdict { border: 1px solid; border-inline-start-width: 6px; print-color-adjust: exact; }
  .verdict, tr, dt, dd, figcaption { break-inside: avoid; }
  h2, h3, figcaption { break-after: avoid; }
}
`;
