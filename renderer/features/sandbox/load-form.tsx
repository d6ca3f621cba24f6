import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { readDroppedFile } from '../paste/read-dropped-file.ts';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './load-form.module.css';

type Props = {
  /** Gives why a file cannot be taken. */
  readonly onLoad: (text: string, name: string) => Promise<Problem | null>;
  readonly onClose: () => void;
};

/** Takes a snapshot, or a seed that a tester wrote. */
export function LoadForm({ onLoad, onClose }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (chosen: File): Promise<void> => {
    const file = await readDroppedFile([chosen]);
    if (file === null) return;
    const wrong = file.problem ?? (await onLoad(file.text, file.name ?? chosen.name));
    setProblem(wrong);
    if (wrong === null) onClose();
  };
  return (
    <section className={classes['form']} aria-label="Load a snapshot or a seed">
      <p>
        A snapshot brings everything back as it was saved. A seed in JSON or YAML names only what it changes:
        an API it leaves out stays as it is. All of the file is taken, or nothing.
      </p>
      <div className={classes['line']}>
        <div className={classes['drop']}>
          <FileDrop
            what="a snapshot or a seed"
            accepts={['.json', '.yaml', '.yml']}
            onFile={(file) => void take(file)}
          />
        </div>
        <Button kind="quiet" onPress={onClose}>
          Close
        </Button>
      </div>
      <div role="alert">{problem !== null && <ProblemList problems={[problem]} kind="problem" />}</div>
    </section>
  );
}
