import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';

/** Makes a recovery key and shows it. `null` where it worked. */
export type MakeRecoveryKey = (produce: () => Promise<Result<string, Problem>>) => Promise<Problem | null>;
