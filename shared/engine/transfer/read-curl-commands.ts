import { readCurl } from '../../formats/read-curl.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { foreignCollection } from './foreign-collection.ts';
import { type ImportedFile, type ImportTools, RemarkList, unreadable } from './imported-file.ts';
import type { GivenFile } from './read-import.ts';

/** Every curl command of a text as a collection. */
export function readCurlCommands(
  { name, text }: GivenFile,
  tools: ImportTools,
): Result<ImportedFile, Problem> {
  const remarks = new RemarkList();
  const commands = text
    .split(/^(?=[ \t]*(?:[$%>][ \t]+)?curl(?:\.exe)?[ \t\\^`])/m)
    .filter((command) => /^[ \t]*(?:[$%>][ \t]+)?curl/.test(command));
  const read = commands.map((command) => readCurl(command));
  const calls = read.flatMap((result, index) => {
    const place = [`Command ${index + 1}`];
    if (!result.ok) {
      remarks.add(place, `Not taken over: ${result.error}`);
      return [];
    }
    remarks.add(place, ...result.value.remarks);
    return [{ name: '', notes: '', place, request: result.value.request }];
  });
  const [first] = read;
  if (calls.length === 0)
    return unreadable(
      first?.ok === false ? first.error : `${name} holds no curl command that can be read.`,
      'Copy the whole command once more; nothing was imported.',
    );
  return foreignCollection({ fileName: name, calls, variables: [] }, tools, remarks);
}
