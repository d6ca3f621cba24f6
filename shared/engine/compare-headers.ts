import type { Difference, DifferenceMark } from '../model/comparison.ts';
import type { HeaderList } from '../model/headers.ts';

/** Headers that differ from one message to the next, and why. */
const volatile: readonly { readonly names: RegExp; readonly reason: string }[] = [
  { names: /^(?:date|age|expires|last-modified)$/, reason: 'It tells the time of the message.' },
  {
    names:
      /^(?:x-)?(?:request|correlation|trace|transaction|amzn-trace|amz-request|amz-cf)-?id$|^(?:traceparent|tracestate|cf-ray|x-amzn-requestid)$/,
    reason: 'It is made anew for every message.',
  },
  { names: /^(?:cookie|set-cookie)$/, reason: 'A session has its own.' },
  { names: /^content-length$/, reason: 'It follows from the body.' },
  { names: /^etag$/, reason: 'It follows from the body.' },
  { names: /^(?:x-)?ratelimit-/, reason: 'It counts down with every call.' },
  { names: /^(?:server-timing|x-runtime|x-response-time)$/, reason: 'It tells how long the answer took.' },
];

/** Compares headers by name without regard to case; what differs with every message is marked as expected. */
export function compareHeaders(left: HeaderList, right: HeaderList): readonly Difference[] {
  const [ones, others] = [byName(left), byName(right)];
  return [...new Set([...ones.keys(), ...others.keys()])].flatMap((name) => {
    const [one, other] = [ones.get(name), others.get(name)];
    if (one?.join('\n') === other?.join('\n')) return [];
    return [
      {
        path: name,
        kind: one === undefined ? 'missing' : other === undefined ? 'extra' : 'value',
        left: one === undefined ? null : { path: name, type: 'text', text: one.join('\n') },
        right: other === undefined ? null : { path: name, type: 'text', text: other.join('\n') },
        note: null,
        mark: markOf(name),
      } as const,
    ];
  });
}

function byName(headers: HeaderList): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

function markOf(name: string): DifferenceMark | null {
  const found = volatile.find(({ names }) => names.test(name));
  return found === undefined ? null : { kind: 'expected', reason: found.reason };
}
