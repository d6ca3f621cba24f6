import { useEffect, useRef, useState } from 'react';

import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { saveNote } from '../../actions/save-note.ts';
import { setPinned } from '../../actions/set-pinned.ts';
import {
  type AnnotationDraft,
  selectAnnotation,
  selectAnnotationDraft,
} from '../../stores/create-annotation-store.ts';
import { useAnnotations, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './notes-pane.module.css';

type Saving = 'none' | 'under-way' | 'done';

/** Milliseconds without a key after which what was typed is stored. */
const restBeforeSaving = 600;

/** Whoever types on and on is not waited for longer than this, in milliseconds. */
const longestUnsaved = 900;

/** What people write on an exchange. It is stored after a rest and when a field is left, and what cannot be stored stays as typed. */
export function NotesPane({ exchangeId: id }: { readonly exchangeId: string }) {
  const stores = useStores();
  const annotation = useAnnotations(selectAnnotation(id));
  const draft = useAnnotations(selectAnnotationDraft(id));
  const [saving, setSaving] = useState<Saving>('none');
  const [problem, setProblem] = useState<Problem | null>(null);
  const unsavedSince = useRef<number | null>(null);
  const fields = draft ?? toDraft(annotation);

  const edit = (change: Partial<AnnotationDraft>): void => {
    setSaving('none');
    stores.annotations.getState().edit(id, { ...fields, ...change });
  };
  const save = async (): Promise<void> => {
    if (draft === null || saving === 'under-way') return;
    setSaving('under-way');
    unsavedSince.current = null;
    const refused = await saveNote(stores, id);
    setProblem(refused);
    setSaving(refused === null ? 'done' : 'none');
  };
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  // The window can be closed while a field has the focus. What was refused waits for the next change.
  useEffect(() => {
    if (draft === null) return;
    unsavedSince.current ??= performance.now();
    const left = unsavedSince.current + longestUnsaved - performance.now();
    const timer = setTimeout(() => void latestSave.current(), Math.min(restBeforeSaving, left));
    return () => clearTimeout(timer);
  }, [draft]);
  // A key can close the tab while a field has the focus.
  useEffect(() => () => void saveNote(stores, id), [stores, id]);
  return (
    <form
      className={classes['pane']}
      aria-label="Notes on this exchange"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className={classes['note']}>
        Note
        <textarea
          rows={4}
          maxLength={10_000}
          value={fields.note}
          placeholder="What the next person should know"
          onChange={({ target }) => edit({ note: target.value })}
          onBlur={() => void save()}
        />
      </label>
      <label>
        Tags
        <input
          type="text"
          maxLength={3000}
          value={fields.tags}
          placeholder="With commas between them"
          onChange={({ target }) => edit({ tags: target.value })}
          onBlur={() => void save()}
        />
      </label>
      <label>
        Ticket
        <input
          type="text"
          maxLength={200}
          value={fields.ticket}
          placeholder="Number or address"
          onChange={({ target }) => edit({ ticket: target.value })}
          onBlur={() => void save()}
        />
      </label>
      <div className={classes['foot']}>
        <Chip isSelected={annotation.pinned} onChange={(pinned) => void setPinned(stores, id, pinned)}>
          {annotation.pinned ? 'Pinned' : 'Pin'}
        </Chip>
        <span className={classes['hint']}>
          {annotation.pinned ? 'Stays, however long others are kept.' : 'A pinned exchange is never removed.'}
        </span>
        <span role="status" className={classes['said']}>
          {sayings(saving, draft !== null)}
        </span>
        <Button type="submit" isDisabled={draft === null}>
          Save
        </Button>
      </div>
      {problem !== null && (
        <div role="alert">
          <ProblemList problems={[problem]} kind="problem" />
        </div>
      )}
    </form>
  );
}

function toDraft({ note, tags, ticket }: Annotation): AnnotationDraft {
  return { note, tags: tags.join(', '), ticket };
}

function sayings(saving: Saving, isEdited: boolean): string {
  if (saving === 'under-way') return 'Saving …';
  if (isEdited) return 'Not saved yet';
  return saving === 'done' ? 'Saved' : '';
}
