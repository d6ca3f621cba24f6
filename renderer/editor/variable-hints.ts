/** What an editor knows of a variable, in words. */
export type VariableHint = {
  readonly name: string;
  /** Value and where it comes from, in one line; a secret as dots. */
  readonly detail: string;
  /** Further sentences: first why it is marked, where it is, then what it means. */
  readonly notes: readonly string[];
  /** `unknown` has no value; `shadowed` is another value than a weaker source has. */
  readonly mark: 'unknown' | 'shadowed' | null;
};

const hints = new Map<string, readonly VariableHint[]>();

/** Sets what the editor of a model knows. */
export function setVariableHints(modelUri: string, variables: readonly VariableHint[]): void {
  hints.set(modelUri, variables);
}

export function variableHints(modelUri: string): readonly VariableHint[] {
  return hints.get(modelUri) ?? [];
}

export function forgetVariableHints(modelUri: string): void {
  hints.delete(modelUri);
}
