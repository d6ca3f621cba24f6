import type { EnvironmentClass } from '../model/environment.ts';

/**
 * Where a request goes, for the journal: the origin of its URL. The sandbox takes another port at every start and is one
 * target all the same. A URL that cannot be read is its own target.
 */
export function targetOf(environmentClass: EnvironmentClass, url: string): string {
  if (environmentClass === 'sandbox') return 'sandbox';
  return URL.canParse(url) ? new URL(url).origin : url;
}
