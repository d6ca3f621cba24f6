import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { SessionDescription } from '../model/session.ts';
import type { PreviewInput, SendInput } from './commands.ts';

/** The session that a draft would use, for APIs that have a login. Each command fails for an API that has none. */
export interface SessionCommands {
  /** Sends nothing. */
  'session.describe': { input: PreviewInput; output: Result<SessionDescription, Problem> };
  /**
   * Logs in now, also where there is a session; that one is kept where the login fails. It fails with problems only while
   * nothing has left. `exchange.cancel` takes its `sendId`.
   */
  'session.renew': {
    input: PreviewInput & Pick<SendInput, 'sendId' | 'timeout'>;
    output: Result<SessionDescription, readonly Problem[]>;
  };
  /** Forgets the session here; the provider is not told. */
  'session.forget': { input: PreviewInput; output: Result<SessionDescription, Problem> };
}
