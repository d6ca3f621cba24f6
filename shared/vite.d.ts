/** The two things of Vite that `shared/` uses; `vite/client` would bring the DOM in. */

declare module '*.md?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Vite's: the modules that match, by path. */
  glob<Module>(pattern: string, options: { eager: true; import: string }): Record<string, Module>;
}
