import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

import { readOpeningWords } from '../../../electron/shell/read-opening-words.ts';
import { wordsForWorkspace } from '../../../electron/shell/words-for-workspace.ts';

const folder = '/home/ann/tickets';

it('takes files as paths and as addresses, relative to where the program was started', () => {
  const words = ['shop.har', '../team.json', '/tmp/a b.har', pathToFileURL('/tmp/ö.har').href];
  expect(readOpeningWords(['/opt/app/refund-workbench', ...words], true, folder)).toEqual({
    workspace: null,
    files: ['/home/ann/tickets/shop.har', '/home/ann/team.json', '/tmp/a b.har', '/tmp/ö.har'],
  });
});

it('takes the workspace from anywhere, and leaves switches to those they are meant for', () => {
  const argv = [
    '/opt/app',
    '--no-sandbox',
    'shop.har',
    '--workspace',
    'acme',
    '--original-process-start-time=1',
  ];
  expect(readOpeningWords(argv, true, folder)).toEqual({
    workspace: '/home/ann/tickets/acme',
    files: ['/home/ann/tickets/shop.har'],
  });
});

it('knows its own folder from a file where it is not packaged', () => {
  const argv = ['/x/electron', '--inspect=0', '/x/app', 'shop.har', '--workspace=acme'];
  expect(readOpeningWords(argv, false, folder)).toEqual({
    workspace: '/home/ann/tickets/acme',
    files: ['/home/ann/tickets/shop.har'],
  });
  expect(readOpeningWords(['/x/electron', '/x/app'], false, folder)).toEqual({ workspace: null, files: [] });
});

it('a broken address is a file that is not there', () => {
  const { files } = readOpeningWords(['/opt/app', 'file://elsewhere/x%'], true, folder);
  expect(files).toEqual(['/home/ann/tickets/file:/elsewhere/x%']);
});

it('starts anew on another workspace without the files and the folder of before', () => {
  expect(
    wordsForWorkspace(['/opt/app', '--no-sandbox', 'shop.har', '--workspace', 'acme'], true, '/w/other'),
  ).toEqual(['--no-sandbox', '--workspace=/w/other']);
  expect(
    wordsForWorkspace(['/x/electron', '--inspect=0', '/x/app', '--workspace=acme'], false, '/w/other'),
  ).toEqual(['--inspect=0', '/x/app', '--workspace=/w/other']);
});
