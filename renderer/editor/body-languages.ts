import type { BodyLanguage } from '../../shared/model/body-language.ts';

const languages = new Map<string, BodyLanguage>();

/** Sets what is known of the body that a model holds. */
export function setBodyLanguage(modelUri: string, language: BodyLanguage | undefined): void {
  if (language === undefined) languages.delete(modelUri);
  else languages.set(modelUri, language);
}

/** What is known of the body of a model; `undefined` where nothing is. */
export function bodyLanguage(modelUri: string): BodyLanguage | undefined {
  return languages.get(modelUri);
}
