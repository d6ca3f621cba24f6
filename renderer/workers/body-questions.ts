import type { BodyView } from '../../shared/engine/body-view/create-body-view.ts';

/** What is asked of the worker that holds a body, one at a time or many; each is answered by its number. */
export type BodyQuestion = {
  readonly number: number;
  readonly name: keyof BodyView;
  readonly given: readonly unknown[];
};

/** The answer to the question of that number; `failure` only where the worker has a bug or no memory left. */
export type BodyAnswer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly failure: string };
