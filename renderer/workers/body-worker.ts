import { createBodyView } from '../../shared/engine/body-view/create-body-view.ts';
import type { BodyAnswer, BodyQuestion } from './body-questions.ts';

/** Holds one body, so that reading it never keeps the page from answering to keys. */
const view = createBodyView();

/** The page compiles with the globals of a window; in a worker these are its two ends. */
const port = globalThis as unknown as {
  addEventListener: (name: 'message', listener: (event: { readonly data: BodyQuestion }) => void) => void;
  postMessage: (answer: BodyAnswer) => void;
};

port.addEventListener('message', ({ data: { number, name, given } }) => {
  const answer = view[name] as (...all: readonly unknown[]) => unknown;
  try {
    port.postMessage({ number, value: answer(...given) });
  } catch (error) {
    port.postMessage({ number, failure: (error as Error).message });
  }
});
