import { useEffect, useState } from 'react';

import type { Stores } from '../../stores/stores.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { dialogFor } from './dialog-for.ts';
import classes from './drop-zone.module.css';
import { readDroppedFile } from './read-dropped-file.ts';

/** The whole window takes a file: it is read here in the page, and explained or offered for import. */
export function DropZone() {
  const stores = useStores();
  const [isOver, setOver] = useState(false);
  const isImport = useLayout(({ overlay }) => overlay?.kind === 'import');
  useEffect(() => listenForFiles(stores, setOver), [stores]);
  if (!isOver) return null;
  return (
    <div className={classes['zone']} aria-hidden="true">
      <p>
        <Icon name="cloud-download" />
        {isImport
          ? 'Drop a file to import'
          : 'Drop an answer, a cURL command, a HAR file, evidence or a collection'}
        <span>
          {isImport
            ? 'You see what is in it before it is written.'
            : 'It is read in this window; nothing is sent.'}
        </span>
      </p>
    </div>
  );
}

/** Listens before anything else in the page, which would show the file or take its text into a field. */
function listenForFiles(stores: Stores, setOver: (isOver: boolean) => void): () => void {
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  const listen = (
    name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
    act: (event: DragEvent) => void,
  ): void =>
    window.addEventListener(
      name,
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        if (event.target instanceof Element && event.target.closest('[data-takes-files]') !== null) {
          return setOver(false);
        }
        event.preventDefault();
        event.stopPropagation();
        act(event);
      },
      options,
    );
  const isFree = (): boolean =>
    [undefined, 'explain', 'import'].includes(stores.layout.getState().overlay?.kind);
  listen('dragenter', () => setOver(isFree()));
  listen('dragover', () => setOver(isFree()));
  listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
  listen('drop', ({ dataTransfer }) => {
    setOver(false);
    if (isFree()) void open(stores, [...(dataTransfer?.files ?? [])]);
  });
  return () => controller.abort();
}

async function open(stores: Stores, files: readonly File[]): Promise<void> {
  const pasted = await readDroppedFile(files);
  if (pasted === null) return;
  stores.layout.getState().open({ kind: await dialogFor(pasted, stores), pasted });
}
