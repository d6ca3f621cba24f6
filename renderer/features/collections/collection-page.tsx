import { apis } from '../../../shared/apis/registry.ts';
import { suspectSecrets } from '../../../shared/engine/suspect-secrets.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import { useCollections, useLayout } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PairTable } from '../request-editor/pair-table.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './collection-page.module.css';
import { type CollectionDraft, useCollectionDraft } from './use-collection-draft.ts';

/** Name, notes and variables of a collection. */
export function CollectionPage({ id }: { readonly id: string }) {
  const collection = useCollections(({ overview }) =>
    overview.collections.find((candidate) => candidate.id === id),
  );
  if (collection === undefined) {
    return <p className={classes['gone']}>There is no collection {id} any more, or it cannot be read.</p>;
  }
  return <Settings collection={collection} />;
}

function Settings({ collection }: { readonly collection: Collection }) {
  const draft = useCollectionDraft(collection);
  const { settings, change, isEdited, problem, save } = draft;
  const isLocked = collection.readOnly !== null;
  return (
    <section className={classes['page']} aria-label={`Collection ${collection.name}`}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Head collection={collection} canSave={isEdited && !isLocked && !draft.isOverwritten} />
        {collection.readOnly !== null && <ProblemList problems={[collection.readOnly]} kind="warning" />}
        <FileChange draft={draft} />
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
        <label>
          Name
          <input
            type="text"
            required
            maxLength={200}
            readOnly={isLocked}
            value={settings.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </label>
        <label>
          Notes
          <textarea
            rows={4}
            readOnly={isLocked}
            value={settings.notes}
            placeholder="What it is for, and what has to be there before it is run"
            onChange={({ target }) => change({ notes: target.value })}
          />
        </label>
        <Variables draft={draft} />
      </form>
    </section>
  );
}

function Head({ collection, canSave }: { readonly collection: Collection; readonly canSave: boolean }) {
  const { open, showPage } = useLayout((state) => state);
  const { id, name } = collection;
  return (
    <header className={classes['head']}>
      <h1>{name}</h1>
      <code>collections/{id}</code>
      <span className={classes['space']} />
      <Button icon="export" onPress={() => open({ kind: 'export-collection', id })}>
        Export…
      </Button>
      <Button
        icon="play"
        onPress={() => showPage({ kind: 'new-run', collection: id, paths: [], onlyFailedOf: null })}
      >
        Run…
      </Button>
      <Button kind="primary" type="submit" isDisabled={!canSave}>
        Save
      </Button>
    </header>
  );
}

function FileChange({ draft: { isOverwritten, keepMine, takeTheirs } }: { readonly draft: CollectionDraft }) {
  if (!isOverwritten) return null;
  return (
    <div role="alert" className={classes['changed']}>
      <Icon name="warning" />
      <p>The file of this collection was changed by someone else while you were editing it.</p>
      <Button onPress={keepMine}>Keep mine</Button>
      <Button onPress={takeTheirs}>Use the file</Button>
    </div>
  );
}

function Variables({ draft: { settings, change } }: { readonly draft: CollectionDraft }) {
  const specs = apis.flatMap(({ variables }) => variables);
  const suspects = suspectSecrets(settings.variables, specs);
  return (
    <section className={classes['variables']} aria-label="Variables">
      <h2>Variables</h2>
      <p>
        For every request of the collection, as <code>{'{{name}}'}</code>. A variable of the environment is
        stronger. They stand in the file as plain text: no secrets here.
      </p>
      <PairTable
        label="Variables"
        pairs={settings.variables.map(({ name, value }) => [name, value])}
        onChange={(pairs) => change({ variables: pairs.map(([name, value]) => ({ name, value })) })}
      />
      {suspects.length > 0 && (
        <p role="status" className={classes['warning']}>
          <Icon name="warning" /> {suspects.join(', ')} may be secret. Keep such values in the environment,
          where they go into the vault and never into a file.
        </p>
      )}
    </section>
  );
}
