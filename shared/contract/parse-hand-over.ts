import * as v from 'valibot';

/** What a program that was started a second time hands to the one that is open. */
export type HandOver = {
  /** The folder it was to open; `null` where none was named. Absolute. */
  readonly workspace: string | null;
  /** Paths of files that it was to open. Absolute. */
  readonly files: readonly string[];
};

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(8_192));

const schema = v.object({ workspace: v.nullable(path), files: v.pipe(v.array(path), v.maxLength(1_000)) });

/** Any program of this user can hand something over; `null` where it is nothing that this one would. */
export function parseHandOver(data: unknown): HandOver | null {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : null;
}
