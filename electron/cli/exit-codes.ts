import type { Verdict } from '../../shared/model/verdict.ts';

/** What a script may rely on. */
export const exitCodes = {
  ok: 0,
  refused: 1,
  failed: 1,
  damaged: 1,
  different: 1,
  wrongUse: 2,
  unknown: 3,
} as const;

/** The exit code of a verdict: 0 accepted or pending, 1 refused, 3 unknown. */
export function exitCodeOf(verdict: Verdict): number {
  switch (verdict) {
    case 'accepted':
    case 'pending':
      return exitCodes.ok;
    case 'refused':
      return exitCodes.refused;
    case 'unknown':
      return exitCodes.unknown;
  }
}
