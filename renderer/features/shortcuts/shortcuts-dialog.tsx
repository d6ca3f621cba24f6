import { useState } from 'react';

import { Dialog } from '../../ui/dialog.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { Keys } from '../../ui/keys.tsx';
import { type Chord, keyNames } from './chord.ts';
import { type HelpRow, helpGroups } from './help-rows.ts';
import { platform } from './platform.ts';
import classes from './shortcuts-dialog.module.css';

/** Every key that does something, by what it is for. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const groups = helpGroups(query, platform);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width="wide">
      <div className={classes['sheet']}>
        <FilterBox
          label="Search the shortcuts"
          placeholder="Search by what it does, or by key"
          value={query}
          onChange={setQuery}
          takesFocus
        />
        <p role="status" className={classes['count']}>
          {count === 0 ? 'No key does that. The command palette may know a command for it.' : null}
        </p>
        <div className={classes['groups']}>
          {groups.map(({ group, rows }) => (
            <section key={group} aria-label={group} className={classes['group']}>
              <h3>{group}</h3>
              <dl>
                {rows.map((row) => (
                  <Row key={row.does} row={row} />
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className={classes['note']}>
          Keys marked <span className={classes['window']}>window</span> work in the desktop window; a browser
          keeps them for itself.
        </p>
      </div>
    </Dialog>
  );
}

function Row({ row: { does, chords, windowChords } }: { readonly row: HelpRow }) {
  return (
    <div className={classes['row']}>
      <dt>{does}</dt>
      <dd>
        <Chords chords={chords} />
        {windowChords.length > 0 && (
          <span className={classes['windowKeys']}>
            <span className={classes['window']}>window</span>
            <Chords chords={windowChords} />
          </span>
        )}
      </dd>
    </div>
  );
}

function Chords({ chords }: { readonly chords: readonly Chord[] }) {
  return (
    <>
      {chords.map((chord, index) => (
        <span key={chord} className={classes['chord']}>
          {index > 0 && <span className={classes['or']}>or</span>}
          <Keys names={keyNames(chord, platform)} />
        </span>
      ))}
    </>
  );
}
