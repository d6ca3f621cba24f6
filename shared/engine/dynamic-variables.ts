/** A variable whose value is made anew for every send, and is the same everywhere in that send. */
export type DynamicVariable = {
  /** As it is written between the braces, `$` included. */
  readonly name: string;
  readonly help: string;
  /** How many random bytes it takes. */
  readonly bytes: number;
  /** `now` in milliseconds since 1970-01-01 UTC. */
  readonly make: (now: number, random: Uint8Array) => string;
};

/** The dynamic variables, in the order they are offered. */
export const dynamicVariables: readonly DynamicVariable[] = [
  { name: '$uuid', help: 'A random UUID, version 4.', bytes: 16, make: (_now, random) => toUuid(random) },
  {
    name: '$timestamp',
    help: 'The time of the send in seconds since 1970, UTC.',
    bytes: 0,
    make: (now) => String(Math.floor(now / 1000)),
  },
  {
    name: '$isoTimestamp',
    help: 'The time of the send like 2026-01-31T12:00:00.000Z, UTC.',
    bytes: 0,
    make: (now) => new Date(now).toISOString(),
  },
  {
    name: '$randomInt',
    help: 'A random whole number from 0 to 1000000.',
    // Of 2^64 the remainder favours no number by more than one in 10^13.
    bytes: 8,
    make: (_now, random) => String(BigInt(`0x${toHex(random)}`) % 1_000_001n),
  },
  {
    name: '$randomHex16',
    help: 'Sixteen random hexadecimal digits.',
    bytes: 8,
    make: (_now, random) => toHex(random),
  },
];

/** Values for one send, by name, each made once. */
export function makeDynamicValues(
  now: number,
  randomBytes: (count: number) => Uint8Array,
): ReadonlyMap<string, string> {
  return new Map(dynamicVariables.map(({ name, bytes, make }) => [name, make(now, randomBytes(bytes))]));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** RFC 9562, section 5.4: version 4 in the seventh byte, variant 10 in the ninth. */
function toUuid(random: Uint8Array): string {
  const bytes = random.map((byte, index) =>
    index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
