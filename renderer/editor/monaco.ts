// The features come before the first use of `monaco`: after it Monaco's list of services is closed.
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/xml/register';
// `features/suggest/register` of this version leaves out the list itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';

import * as monaco from 'monaco-editor/editor';

import { registerBodyCompletions } from './body-completions.ts';
import { registerBodyFixes } from './body-fixes.ts';
import { registerBodyFormat } from './body-format.ts';
import { registerBodyHover } from './body-hover.ts';
import { followTabKey } from './follow-tab-key.ts';
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
registerBodyCompletions();
registerBodyHover();
registerBodyFixes();
registerBodyFormat();
followTabKey();
// Monaco lays out by Ctrl Shift I on Linux; people here know the key of VS Code on Windows.
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
  command: 'editor.action.formatDocument',
  when: 'editorTextFocus && !editorReadonly',
});
defineThemes();

export { monaco };
