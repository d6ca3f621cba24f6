import type { HashComparison } from '../model/hash-comparison.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { PreviewInput } from './commands.ts';

/** What a client may ask about a signature. */
export interface SignatureCommands {
  /**
   * What a hash is that somebody was given: that of the draft, or of which other text. Fails where the draft has no
   * signature or it cannot be made yet. No hash and no secret is given out.
   */
  'signature.compare': {
    input: PreviewInput & { readonly hash: string };
    output: Result<HashComparison, readonly Problem[]>;
  };
}
