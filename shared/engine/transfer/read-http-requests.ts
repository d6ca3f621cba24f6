import { readHttpFile } from '../../formats/read-http-file.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { foreignCollection } from './foreign-collection.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList, unreadable } from './imported-file.ts';
import type { GivenFile } from './read-import.ts';

/** The requests of an `.http` file as a collection; its variables become those of the collection. */
export function readHttpRequests(
  { name, text }: GivenFile,
  tools: ImportTools,
): Result<ImportedFile, Problem> {
  const file = readHttpFile(text);
  if (file.requests.length === 0)
    return unreadable(
      `${name} holds no request.${file.remarks.length === 0 ? '' : ` ${file.remarks[0] ?? ''}`}`,
      'A request starts with a line like POST https://host/path.',
    );
  const remarks = new RemarkList();
  remarks.add([], ...file.remarks);
  const calls = file.requests.map(({ name: own, line, remarks: passedOver, ...request }) => {
    const title = own === '' ? '' : nameOf(own, '');
    const place = [title === '' ? `Line ${line}` : title];
    remarks.add(place, ...passedOver);
    return { name: title, notes: '', place, request };
  });
  const variables = [...new Map(file.variables.map((variable) => [variable.name, variable])).values()];
  return foreignCollection({ fileName: name, calls, variables }, tools, remarks);
}
