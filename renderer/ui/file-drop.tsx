import { type DragEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';

import { Button } from './button.tsx';
import classes from './file-drop.module.css';

type Props = {
  /** What may be dropped: `a CSV or JSON file`. */
  readonly what: string;
  /** Endings and media types the dialog of the system offers. */
  readonly accepts: readonly string[];
  readonly onFile: (file: File) => void;
};

/** Takes one file, chosen or dropped. */
export function FileDrop({ what, accepts, onFile }: Props) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={`${classes['drop']} ${isOver ? classes['over'] : ''}`}
      // Whoever listens for files in the whole window leaves these alone.
      data-takes-files=""
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileTrigger
        acceptedFileTypes={accepts}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined) onFile(file);
        }}
      >
        <Button icon="folder-opened">Choose a file…</Button>
      </FileTrigger>
      <span>or drop {what} here</span>
    </div>
  );
}
