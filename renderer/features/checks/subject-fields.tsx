import { useState } from 'react';

import type { CheckSubject } from '../../../shared/model/check.ts';
import classes from './checks-pane.module.css';
import { formatNamespaces, parseNamespaces, subjectOf, subjectTitles } from './check-words.ts';

type Props = {
  /** `Check 2`: what the fields belong to. */
  readonly of: string;
  readonly subject: CheckSubject;
  readonly isWrong: boolean;
  /** Id of the text that says what is wrong. */
  readonly faultId: string;
  readonly onChange: (subject: CheckSubject) => void;
};

/** What is looked at: a choice, and a name or path where one is needed. */
export function SubjectFields({ of, subject, isWrong, faultId, onChange }: Props) {
  const wrong = { 'aria-invalid': isWrong, 'aria-describedby': isWrong ? faultId : undefined };
  return (
    <>
      <select
        name="subject"
        className={classes['subject']}
        aria-label={`${of}: what is looked at`}
        value={subject.of}
        onChange={({ target }) => {
          const kind = kinds.find((candidate) => candidate === target.value);
          if (kind !== undefined) onChange(subjectOf(kind, subject));
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {subjectTitles[kind]}
          </option>
        ))}
      </select>
      {subject.of === 'header' && (
        <input
          {...wrong}
          name="path"
          className={classes['path']}
          aria-label={`${of}: name of the header`}
          placeholder="Content-Type"
          spellCheck={false}
          value={subject.name}
          onChange={({ target }) => onChange({ ...subject, name: target.value })}
        />
      )}
      {(subject.of === 'json' || subject.of === 'xml') && (
        <input
          {...wrong}
          name="path"
          className={classes['path']}
          aria-label={`${of}: path`}
          placeholder={subject.of === 'json' ? '$.amount' : '//Amount'}
          spellCheck={false}
          value={subject.path}
          onChange={({ target }) => onChange({ ...subject, path: target.value })}
        />
      )}
      {subject.of === 'xml' && (
        <NamespaceField
          of={of}
          namespaces={subject.namespaces}
          onChange={(namespaces) => onChange({ ...subject, namespaces })}
        />
      )}
    </>
  );
}

const kinds = Object.keys(subjectTitles) as readonly CheckSubject['of'][];

type NamespaceProps = {
  readonly of: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly onChange: (namespaces: Readonly<Record<string, string>>) => void;
};

function NamespaceField({ of, namespaces, onChange }: NamespaceProps) {
  const [typed, setTyped] = useState('');
  const known = formatNamespaces(namespaces);
  // What is half typed is no namespace yet, and has to stay in the field.
  const shown = formatNamespaces(parseNamespaces(typed)) === known ? typed : known;
  return (
    <input
      name="namespaces"
      className={classes['namespaces']}
      aria-label={`${of}: namespaces`}
      placeholder="namespaces ignored; or s=urn:…"
      title="Prefixes with their URIs, as in s=http://… t=urn:…; empty matches names by their local part"
      spellCheck={false}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(parseNamespaces(target.value));
      }}
    />
  );
}
