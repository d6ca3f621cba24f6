import type { HashComparison } from '../../../shared/model/hash-comparison.ts';
import type { PieceOrigin, SignatureStep } from '../../../shared/model/signature-steps.ts';
import type { SignatureTrace } from '../../../shared/model/signature-trace.ts';
import { row } from './exchange-text.ts';

/** A signature, and what a given hash is beside it; `null` where none was given. */
export type Signature = {
  readonly trace: SignatureTrace;
  readonly steps: readonly SignatureStep[];
  readonly comparison: HashComparison | null;
};

/** A signature for people, piece by piece. */
export function formatSignature({ trace, steps, comparison }: Signature): string {
  return [
    `Signature · ${trace.algorithm}\n`,
    ...steps.map(({ name, text, origin }) => row(name, `${text ?? '—'}  (${originText(origin)})`)),
    row('Hashed text', `${trace.base}  (${trace.baseBytes} bytes)`),
    row('Result', `${trace.result}  (${trace.placed})`),
    ...(comparison === null ? [] : [`\n${formatComparison(comparison)}`]),
  ].join('');
}

/** The same for programs. */
export function signatureJson({ trace, steps, comparison }: Signature): object {
  const { algorithm, base, baseBytes, result, placed } = trace;
  return { algorithm, pieces: steps, base, baseBytes, result, placed, comparison };
}

function formatComparison({ headline, differences, remarks, advice }: HashComparison): string {
  return [
    `${headline}\n`,
    ...differences.flatMap(({ what, base, change }) => [
      row('', what),
      row('Their text', base),
      row('What to do', change),
    ]),
    ...remarks.map((remark) => row('Note', remark)),
    ...(advice === null ? [] : [row('What to do', advice)]),
  ].join('');
}

function originText(origin: PieceOrigin | null): string {
  if (origin === null) return 'nowhere';
  if (origin.kind === 'variable') return `variable, from ${origin.origin}`;
  const { line, written, variables } = origin;
  return variables.length === 0 ? `body, line ${line}` : `body, line ${line}, ${written}`;
}
