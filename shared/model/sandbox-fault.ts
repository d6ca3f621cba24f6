import { formatDuration, parseDuration } from './duration.ts';
import { fail, ok, type Result } from './result.ts';

/** What the sandbox does wrong on purpose, so that a client can be tested against it. */
export type Fault =
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'cut-after' }
  | { readonly kind: 'half-body' }
  /** One byte, then so long nothing, and so on. */
  | { readonly kind: 'slow-drip'; readonly milliseconds: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'html' }
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'huge'; readonly megabytes: number }
  | { readonly kind: 'redirect'; readonly to: string };

/** A kind of fault as people write and read it. */
export type FaultKind = {
  readonly kind: Fault['kind'];
  /** How it is written, with its value where it takes one: `delay 2s`. */
  readonly example: string;
  readonly title: string;
  /** Whether the call takes effect all the same: a refund is booked though its answer never comes whole. */
  readonly takesEffect: boolean;
};

export const faultKinds: readonly FaultKind[] = [
  { kind: 'delay', example: 'delay 2s', title: 'The answer comes late', takesEffect: true },
  {
    kind: 'cut-before',
    example: 'cut-before',
    title: 'The connection is cut, nothing is booked',
    takesEffect: false,
  },
  {
    kind: 'cut-after',
    example: 'cut-after',
    title: 'The refund is booked, then the connection is cut',
    takesEffect: true,
  },
  {
    kind: 'half-body',
    example: 'half-body',
    title: 'Half of the body, then the connection is cut',
    takesEffect: true,
  },
  {
    kind: 'slow-drip',
    example: 'slow-drip 50ms',
    title: 'The body comes byte by byte',
    takesEffect: true,
  },
  { kind: 'malformed', example: 'malformed', title: 'The body is broken JSON or XML', takesEffect: true },
  { kind: 'html', example: 'html', title: 'A gateway answers 502 with a page', takesEffect: false },
  {
    kind: 'wrong-type',
    example: 'wrong-type',
    title: 'The content type is that of another format',
    takesEffect: true,
  },
  { kind: 'gzip', example: 'gzip', title: 'The body is packed with gzip', takesEffect: true },
  { kind: 'chunked', example: 'chunked', title: 'The body comes in small chunks', takesEffect: true },
  {
    kind: 'status',
    example: 'status 503',
    title: 'A gateway answers with this status',
    takesEffect: false,
  },
  { kind: 'huge', example: 'huge 50', title: 'The body is so many MB longer', takesEffect: true },
  {
    kind: 'redirect',
    example: 'redirect https://elsewhere.invalid/',
    title: 'A redirect to another host',
    takesEffect: false,
  },
];

/** The request header by which any client asks the sandbox for one fault; no provider knows it. */
export const faultHeader = 'X-Sandbox-Fault';

/** Milliseconds; a longer delay is no test but a hanging client. */
const longestDelay = 600_000;
const mostMegabytes = 200;

/** Reads what `formatFault` writes; the failure is a sentence part for people. */
export function parseFault(text: string): Result<Fault, string> {
  const [word = '', value = '', ...more] = text.trim().split(/\s+/);
  const known = faultKinds.find(({ kind }) => kind === word);
  if (known === undefined)
    return fail(`"${word}" is no fault; there are ${faultKinds.map(({ kind }) => kind).join(', ')}`);
  const { kind, example } = known;
  const wrong = (why: string): Result<Fault, string> => fail(`${why}; write it as in "${example}"`);
  const takesValue = example.includes(' ');
  if (more.length > 0 || (value !== '' && !takesValue)) return wrong(`"${text.trim()}" has words too many`);
  if (value === '' && takesValue) return wrong(`${kind} needs a value`);
  switch (kind) {
    case 'delay':
    case 'slow-drip': {
      const duration = parseDuration(value);
      if (!duration.ok) return wrong(duration.error);
      return duration.value <= longestDelay
        ? ok({ kind, milliseconds: duration.value })
        : wrong(`${value} is longer than ${formatDuration(longestDelay)}`);
    }
    case 'status':
      return /^[45]\d\d$/.test(value)
        ? ok({ kind, status: Number(value) })
        : wrong(`${value} is no status from 400 to 599`);
    case 'huge':
      return /^[1-9]\d{0,2}$/.test(value) && Number(value) <= mostMegabytes
        ? ok({ kind, megabytes: Number(value) })
        : wrong(`${value} is no whole number from 1 to ${mostMegabytes}`);
    case 'redirect':
      return /^https?:\/\/[!-~]+$/.test(value)
        ? ok({ kind, to: value })
        : wrong(`${value} is no http or https URL`);
    default:
      return ok({ kind });
  }
}

/** A fault as people write it: `delay 2s`, `status 503`. */
export function formatFault(fault: Fault): string {
  switch (fault.kind) {
    case 'delay':
    case 'slow-drip':
      return `${fault.kind} ${formatDuration(fault.milliseconds)}`;
    case 'status':
      return `${fault.kind} ${fault.status}`;
    case 'huge':
      return `${fault.kind} ${fault.megabytes}`;
    case 'redirect':
      return `${fault.kind} ${fault.to}`;
    default:
      return fault.kind;
  }
}

/** Whether the call takes effect all the same. */
export function takesEffect(fault: Fault): boolean {
  return faultKinds.some((known) => known.kind === fault.kind && known.takesEffect);
}
