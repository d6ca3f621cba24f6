import { useId, useState } from 'react';

import { describeRemoved } from '../../../shared/engine/evidence/evidence-words.ts';
import { showUnseen } from '../../../shared/engine/evidence/unseen-characters.ts';
import type { EvidencePreview, RemovalProposal } from '../../../shared/model/evidence.ts';
import { Button } from '../../ui/button.tsx';
import { capitalise } from '../words.ts';
import classes from './removals.module.css';

type Props = {
  readonly preview: EvidencePreview;
  readonly isRemoved: (proposal: RemovalProposal) => boolean;
  readonly onToggle: (proposal: RemovalProposal, isRemoved: boolean) => void;
  /** Texts of the user's own. */
  readonly own: readonly string[];
  readonly onChangeOwn: (own: readonly string[]) => void;
};

/** What was taken out already, what more could be, and anything else that the user names. */
export function Removals({ preview, isRemoved, onToggle, own, onChangeOwn }: Props) {
  const { bundle, proposals, vaultLocked } = preview;
  const [bySecrets = ''] = describeRemoved(bundle.removed);
  return (
    <div className={classes['removals']}>
      <section>
        <h3>Secrets</h3>
        <p>{bySecrets}</p>
        {vaultLocked && (
          <p>The vault is locked, so secrets that were added after the send were not looked for.</p>
        )}
      </section>
      <section>
        <h3>Take out more</h3>
        {proposals.length === 0 && (
          <p>No name, e-mail address, phone, card or account number was found. Finding them is a guess.</p>
        )}
        <ul>
          {proposals.map((proposal) => (
            <li key={proposal.text}>
              <Removal
                text={proposal.text}
                detail={describeProposal(proposal)}
                isRemoved={isRemoved(proposal)}
                onChange={(next) => onToggle(proposal, next)}
              />
            </li>
          ))}
          {own.map((text) => (
            <li key={text}>
              <Removal
                text={text}
                detail="Your own"
                isRemoved
                onChange={() => onChangeOwn(own.filter((other) => other !== text))}
              />
            </li>
          ))}
        </ul>
        <OwnText onAdd={(text) => onChangeOwn([...own.filter((other) => other !== text), text])} />
      </section>
    </div>
  );
}

type RemovalProps = {
  readonly text: string;
  /** What it is, and where it stands. */
  readonly detail: string;
  readonly isRemoved: boolean;
  readonly onChange: (isRemoved: boolean) => void;
};

function Removal({ text, detail, isRemoved, onChange }: RemovalProps) {
  return (
    <label className={classes['proposal']}>
      <input type="checkbox" checked={isRemoved} onChange={({ target }) => onChange(target.checked)} />
      <code>{showUnseen(text, (name) => `⟨${name}⟩`)}</code>
      <small>{detail}</small>
    </label>
  );
}

function describeProposal({ kind, count, where, isId }: RemovalProposal): string {
  const times = count === 1 ? '' : `, ${count} times`;
  const warning = isId ? '; also an id, without which the evidence says less' : '';
  return `${capitalise(kind)}${times}: ${where.join('; ')}${warning}`;
}

function OwnText({ onAdd }: { readonly onAdd: (text: string) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const add = (): void => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <form
      className={classes['own']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label htmlFor={id}>Any other text</label>
      <div>
        <input
          id={id}
          type="text"
          maxLength={2000}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" isDisabled={text.trim() === ''}>
          Take out
        </Button>
      </div>
    </form>
  );
}
