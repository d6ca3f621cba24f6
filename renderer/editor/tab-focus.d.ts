/** Monaco's one switch for what Tab does in all its editors. An editor's option `tabFocusMode` would outvote `Ctrl M`. */
declare module 'monaco-editor/editor/browser/config/tabFocus.js' {
  export const TabFocus: {
    getTabFocusMode(): boolean;
    setTabFocusMode(value: boolean): void;
    onDidChangeTabFocus(listener: (value: boolean) => void): { dispose(): void };
  };
}
