// The features come before the first use of `monaco`: after it Monaco's list of services is closed.
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/xml/register';
// `features/suggest/register` of this version leaves out the list itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';

import * as monaco from 'monaco-editor/editor';

import { startWorker } from '../workers/start-worker.ts';
import { registerFormLanguage } from './form-language.ts';
import { registerJsonLanguage } from './json-language.ts';
import { defineThemes } from './themes.ts';
import { registerVariableCompletions } from './variable-completions.ts';
import { registerVariableHover } from './variable-hover.ts';

// Vite does not bundle Monaco's worker by itself.
self.MonacoEnvironment = {
  getWorker: () => startWorker('editor'),
};

registerJsonLanguage();
registerFormLanguage();
registerVariableCompletions();
registerVariableHover();
defineThemes();

export { monaco };
