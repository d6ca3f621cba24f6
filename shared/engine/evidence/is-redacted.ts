import { holdsRemovalMark } from './remove-texts.ts';

/** A reference to a secret, `{{payu.clientSecret}}`, as redaction writes it. */
const reference = /\{\{[\w.$-]+\}\}/;

/** Whether something of a text was taken out, by redaction or by the user. */
export function isRedacted(text: string): boolean {
  return reference.test(text) || holdsRemovalMark(text);
}
