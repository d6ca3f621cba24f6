import { readHar } from '../../formats/read-har.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { foreignCollection } from './foreign-collection.ts';
import { type ImportedFile, type ImportTools, RemarkList, unreadable } from './imported-file.ts';
import type { GivenFile } from './read-import.ts';

/** The calls of a HAR file as a collection. Answers are not kept; a browser's own traffic is passed over with one remark. */
export function readHarCalls({ name, text }: GivenFile, tools: ImportTools): Result<ImportedFile, Problem> {
  const har = readHar(text);
  if (!har.ok) return unreadable(har.error, 'Export it once more; nothing was imported.');
  const remarks = new RemarkList();
  remarks.add([], ...har.value.remarks);
  const answers = har.value.calls.filter(({ outcome }) => outcome !== null).length;
  if (answers > 0)
    remarks.add([], `${answers} answers were not taken over; a collection holds requests only.`);
  const calls = har.value.calls.map(({ request }, index) => ({
    name: '',
    notes: '',
    place: [`Call ${index + 1}`],
    request,
  }));
  return foreignCollection({ fileName: name, calls, variables: [] }, tools, remarks);
}
