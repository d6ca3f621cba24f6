import type { AnnotateInput } from '../../shared/contract/commands.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { knownSecrets } from './known-secrets.ts';
import { noSuchExchange } from './no-such-exchange.ts';
import type { Ports } from './ports.ts';

/** Keeps what people write on an exchange; secrets that a note quotes are taken out first. Gives what was kept. */
export function annotateExchange(
  { id, annotation }: AnnotateInput,
  ports: Ports,
): Result<Annotation, Problem> {
  const kept = redactDeep(annotation, createRedactor(knownSecrets(ports)));
  const annotated = ports.history.annotate(id, kept);
  if (!annotated.ok) return annotated;
  return annotated.value ? ok(kept) : fail(noSuchExchange(id));
}
