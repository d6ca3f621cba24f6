import { useEffect, useRef, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';

import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { findElsewhere } from './elsewhere-list.ts';
import { type Setting, settingList, settingMatches } from './setting-list.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings-page.module.css';

/** Everything about the workbench that can be set, found by a word. */
export function SettingsPage() {
  const [query, setQuery] = useState('');
  const folder = useEnvironments(({ description }) => description.dataDirectory);
  const settings = settingList.filter((setting) => settingMatches(setting, query.trim()));
  const elsewhere = findElsewhere(query.trim());
  const groups = [...new Set(settings.map(({ group }) => group))];
  const count = settings.length + elsewhere.length;
  return (
    <section className={classes['page']} aria-label="Settings">
      <div className={classes['column']}>
        <header className={classes['head']}>
          <h1>Settings</h1>
          <p>
            They hold at once, on this machine only, and stand in <code>settings.json</code> of{' '}
            <code>{folder}</code>.
          </p>
        </header>
        <SearchField query={query} onChange={setQuery} />
        <p role="status" className={count === 0 ? classes['nothing'] : classes['hidden']}>
          {count === 0
            ? `No setting has “${query.trim()}”. Try another word, or fewer.`
            : `${count} ${count === 1 ? 'setting' : 'settings'}`}
        </p>
        {groups.map((group) => (
          <Group key={group} title={group} settings={settings.filter((each) => each.group === group)} />
        ))}
        {elsewhere.length > 0 && <ElsewhereGroup query={query.trim()} />}
      </div>
    </section>
  );
}

type SearchProps = { readonly query: string; readonly onChange: (query: string) => void };

function SearchField({ query, onChange }: SearchProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={classes['search']}>
      <Icon name="search" />
      <input
        ref={field}
        aria-label="Search the settings"
        placeholder="Search the settings"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onChange('');
        }}
      />
      {query !== '' && <IconButton icon="close" label="Clear the search" onPress={() => onChange('')} />}
    </div>
  );
}

function Group({ title, settings }: { readonly title: string; readonly settings: readonly Setting[] }) {
  return (
    <section className={classes['group']} aria-label={title}>
      <h2>{title}</h2>
      {settings.map((setting) => (
        <SettingRow key={setting.name} setting={setting} />
      ))}
    </section>
  );
}

function ElsewhereGroup({ query }: { readonly query: string }) {
  const stores = useStores();
  return (
    <section className={classes['group']} aria-label="Elsewhere">
      <h2>Elsewhere</h2>
      {findElsewhere(query).map(({ title, does, icon, open }) => (
        <PlainButton key={title} className={classes['link'] ?? ''} onPress={() => open(stores)}>
          <Icon name={icon} />
          <span>
            <strong>{title}</strong>
            <span>{does}</span>
          </span>
          <Icon name="chevron-right" />
        </PlainButton>
      ))}
    </section>
  );
}
