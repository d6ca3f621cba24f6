import type { ExportedFile } from '../../shared/model/transfer.ts';

/** How long a browser may take to read what it saves, in milliseconds. */
const patience = 60_000;

/** Hands a file to the browser, which keeps it where it keeps downloads, or asks. */
export function saveFile({ fileName, mediaType, text }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}
