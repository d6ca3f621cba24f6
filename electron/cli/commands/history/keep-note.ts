import { callHandler } from '../../../../shared/contract/call-handler.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { noSuchExchange } from '../../../core/no-such-exchange.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** Changes what is given and leaves the rest; tags that are given take the place of those before. */
export const keepNote: Verb = {
  usage: 'history note <id> [--note TEXT] [--tag TAG]... [--ticket TEXT] [--pin|--unpin] [--json]',
  options: {
    note: { type: 'string' },
    tag: { type: 'string', multiple: true },
    ticket: { type: 'string' },
    pin: { type: 'boolean' },
    unpin: { type: 'boolean' },
  },
  words: { min: 1, max: 1 },
  run: keep,
};

async function keep({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const { handlers } = workbench;
  const [id = ''] = args.positionals;
  if (args.flag('pin') && args.flag('unpin')) return fail(wrong('An entry is pinned or it is not.'));
  const entry = await handlers['history.get']({ id });
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(id));
  const before = entry.value.annotation;
  const tags = args.values('tag');
  const annotation: Annotation = {
    note: args.value('note') ?? before.note,
    tags: tags.length === 0 ? before.tags : tags.filter((tag) => tag !== ''),
    ticket: args.value('ticket') ?? before.ticket,
    pinned: args.flag('pin') || (before.pinned && !args.flag('unpin')),
  };
  const answer = await callHandler(handlers, 'history.annotate', { id, annotation });
  if ('rejection' in answer) return fail(wrong(`The note cannot be kept: ${answer.rejection.message}.`));
  const kept = JSON.parse(answer.output) as Result<Annotation, Problem>;
  if (!kept.ok) return kept;
  return ok(json ? `${JSON.stringify(kept.value)}\n` : formatAnnotation(kept.value));
}

function formatAnnotation({ note, tags, ticket, pinned }: Annotation): string {
  const rows = [
    ['Note', note],
    ['Tags', tags.join(', ')],
    ['Ticket', ticket],
    ['Pinned', pinned ? 'yes' : 'no'],
  ] as const;
  return rows.map(([label, text]) => `  ${label.padEnd(13)} ${text === '' ? '—' : text}\n`).join('');
}

function wrong(message: string): Problem {
  return {
    code: 'bad-input',
    message,
    remedy:
      'Write history note <id> with --note, --tag, --ticket, --pin or --unpin; --tag "" removes all tags.',
  };
}
