import { editor } from 'monaco-editor/editor';

/**
 * The tokens of `styles/tokens.css`, so that Monaco and the rest of the window show one set of colours. They are read
 * anew whenever `data-theme` changes, which always names a theme, also where the system decides.
 */
export function defineThemes(): void {
  const apply = (): void => {
    const style = getComputedStyle(document.documentElement);
    const color = (name: string): string => fullHex(style.getPropertyValue(`--${name}`).trim());
    const bare = (name: string): string => color(name).slice(1);
    editor.defineTheme('workbench', {
      base: baseTheme(document.documentElement.dataset['theme'] ?? 'dark'),
      inherit: true,
      rules: [
        { token: 'key', foreground: bare('code-key') },
        { token: 'tag', foreground: bare('code-key') },
        { token: 'attribute.name', foreground: bare('text-secondary') },
        { token: 'attribute.value', foreground: bare('code-string') },
        // The built-in themes colour these by language, which is stronger than a rule without one.
        { token: 'delimiter.xml', foreground: bare('text-muted') },
        { token: 'tag.xml', foreground: bare('code-key') },
        { token: 'attribute.name.xml', foreground: bare('text-secondary') },
        { token: 'attribute.value.xml', foreground: bare('code-string') },
        { token: 'string', foreground: bare('code-string') },
        { token: 'number', foreground: bare('code-number') },
        { token: 'keyword', foreground: bare('code-literal') },
        { token: 'variable', foreground: bare('chip-text') },
        { token: 'delimiter', foreground: bare('text') },
      ],
      colors: {
        'editor.background': color('ground'),
        'editor.foreground': color('text'),
        'editorLineNumber.foreground': color('text-muted'),
        'editorLineNumber.activeForeground': color('text'),
        'editor.selectionBackground': color('selection'),
        'editor.lineHighlightBorder': color('ground'),
        'editorCursor.foreground': color('accent'),
        'editorWidget.background': color('raised'),
        'editorWidget.border': color('border'),
        'editorSuggestWidget.selectedBackground': color('selection'),
        'editorSuggestWidget.selectedForeground': color('text'),
        'editorSuggestWidget.selectedIconForeground': color('text'),
        'editorSuggestWidget.highlightForeground': color('accent'),
        'editorSuggestWidget.focusHighlightForeground': color('accent'),
        'editorActionList.background': color('raised'),
        'editorActionList.foreground': color('text'),
        'editorActionList.focusBackground': color('selection'),
        'editorActionList.focusForeground': color('text'),
        'menu.background': color('raised'),
        'menu.foreground': color('text'),
        'menu.border': color('border'),
        'menu.selectionBackground': color('selection'),
        'menu.selectionForeground': color('text'),
        'scrollbarSlider.background': `${color('border')}80`,
        'scrollbarSlider.hoverBackground': color('border'),
        'scrollbarSlider.activeBackground': color('border'),
        ...plainBrackets(color('text')),
        focusBorder: color('focus'),
      },
    });
    editor.setTheme('workbench');
  };
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  apply();
}

/** The build shortens `#ffffff` to `#fff`, which Monaco does not take. */
function fullHex(color: string): string {
  return /^#[\da-f]{3}$/i.test(color) ? color.replaceAll(/[\da-f]/gi, '$&$&') : color;
}

/** Monaco's own theme under ours: it outlines what is selected or focused where contrast is asked for. */
function baseTheme(theme: string): 'vs' | 'vs-dark' | 'hc-light' | 'hc-black' {
  if (theme.startsWith('contrast')) return theme.endsWith('dark') ? 'hc-black' : 'hc-light';
  return theme.endsWith('dark') ? 'vs-dark' : 'vs';
}

/** Brackets in the colour of the text: two braces are a variable here, not two levels. */
function plainBrackets(color: string): Record<string, string> {
  const levels = [1, 2, 3, 4, 5, 6];
  return Object.fromEntries(levels.map((level) => [`editorBracketHighlight.foreground${level}`, color]));
}
