import type { BodyFacts } from '../../../shared/model/body-view.ts';

/** How far a long body was read; `null` where all of it is there. */
export function readingWords({ read, isWhole }: BodyFacts, length: number): string | null {
  if (isWhole) return null;
  return `Reading: ${Math.floor((read / length) * 100)} % of ${(length / 1e6).toFixed(0)} million characters`;
}
