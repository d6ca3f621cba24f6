import { userInfo } from 'node:os';

/** The name of the user in the operating system, or `unknown` where it has none, as in some containers. */
export function currentUser(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    return 'unknown';
  }
}
