import { expect, it } from 'vitest';

import { takeCliWords } from '../../../electron/shell/take-cli-words.ts';

it.each([
  [['refund-workbench'], null],
  [['refund-workbench', 'cli'], []],
  [
    ['refund-workbench', 'cli', 'apis', '--json'],
    ['apis', '--json'],
  ],
  [['refund-workbench', '--no-sandbox', '--ozone-platform=headless', 'cli', '--version'], ['--version']],
  [['refund-workbench', 'cli', 'cli'], ['cli']],
  [['refund-workbench', 'answer.har'], null],
  [['refund-workbench', 'answer.har', 'cli'], null],
  [['refund-workbench', '--workspace', 'cli'], null],
] as const)('a packaged program takes %j as %j', (argv, words) => {
  expect(takeCliWords(argv, true)).toEqual(words);
});

it.each([
  [['electron', '.'], null],
  [['electron', 'cli'], null],
  [['electron', '--no-sandbox', '.', 'cli', 'apis'], ['apis']],
  [['electron', '.', '--inspect=0', 'cli'], []],
  [['electron', '.', 'answer.har'], null],
] as const)('Electron with the folder of the app takes %j as %j', (argv, words) => {
  expect(takeCliWords(argv, false)).toEqual(words);
});
