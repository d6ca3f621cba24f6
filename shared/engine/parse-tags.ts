import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** Longest tag, in UTF-16 units, and how many one exchange may have. */
const longest = 50;
const most = 50;

/** Tags as typed, with commas between them; each once, without regard to case. */
export function parseTags(text: string): Result<readonly string[], Problem> {
  const typed = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const tags = [...new Map(typed.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed();
  const long = tags.find((tag) => tag.length > longest);
  if (long !== undefined) {
    return fail({
      code: 'bad-input',
      message: `The tag “${long.slice(0, 20)}…” is longer than ${longest} characters.`,
      remedy: 'Put commas between tags, and longer texts into the note.',
    });
  }
  if (tags.length > most) {
    return fail({
      code: 'bad-input',
      message: `${tags.length} tags are more than the ${most} that one exchange can have.`,
      remedy: 'Leave some out.',
    });
  }
  return ok(tags);
}
