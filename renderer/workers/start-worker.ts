import editorWorkerUrl from 'monaco-editor/editor/editor.worker.js?worker&url';

import bodyWorkerUrl from './body-worker.ts?worker&url';

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

const urls = {
  editor: new URL(editorWorkerUrl, location.href).href,
  body: new URL(bodyWorkerUrl, location.href).href,
} as const;

/** Trusted Types let these very workers through and nothing else. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'refund-workbench-worker',
  {
    createScriptURL: (url) => {
      if (!Object.values<string>(urls).includes(url))
        throw new TypeError('This worker is not part of the workbench');
      return url;
    },
  },
);

/** Starts a worker of the workbench: Monaco's, or one that reads a body. */
export function startWorker(name: keyof typeof urls): Worker {
  return new Worker(policy?.createScriptURL(urls[name]) ?? urls[name], { type: 'module', name });
}
