import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import { entryText } from '../../../shared/engine/catalog/entry-text.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { copyText } from '../../actions/copy-text.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { pickNext } from '../../actions/pick-next.ts';
import { sendScenario } from '../../actions/send-scenario.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import classes from './entry-actions.module.css';
import { useScenariosOf } from './use-scenarios-of.ts';

type Props = { readonly api: ApiDefinition; readonly entry: CatalogEntry };

/** How the sandbox comes to the answer. */
const howWords: Record<Scenario['how'], string> = {
  'by state': 'By state: the sandbox is brought to where its ordinary checks give this answer.',
  forced: 'Forced: no state of the sandbox leads to this answer, so it is put in as documented.',
};

/** What can be done with a documented answer: meet it on the sandbox, have the sandbox give it to any client, open a request, take it along as text. */
export function EntryActions({ api, entry }: Props) {
  const stores = useStores();
  const scenarios = useScenariosOf(api.id);
  const scenario = scenarios?.find(({ id }) => id === entry.id) ?? null;
  const templates = api.templates.map(({ id, title }) => ({
    id,
    label: title,
    icon: 'go-to-file',
    run: () => {
      stores.layout.getState().closeOverlay();
      openTemplate(stores, api.id, id);
    },
  }));
  return (
    <div className={classes['actions']}>
      <div className={classes['buttons']}>
        {scenario !== null && (
          <Button icon="beaker" onPress={() => void sendScenario(stores, api.id, entry.id)}>
            Send one like this on the sandbox
          </Button>
        )}
        {scenario !== null && (
          <Button kind="quiet" icon="target" onPress={() => void pickNext(stores, api.id, entry.id)}>
            The sandbox’s next answer
          </Button>
        )}
        <MenuButton label={`Requests of ${api.title}`} groups={[templates]}>
          <Button kind="quiet" icon="go-to-file">
            Open a request
          </Button>
        </MenuButton>
        <Button
          kind="quiet"
          icon="copy"
          onPress={() => void copyText(stores, entryText(api.title, entry), 'Copied as text')}
        >
          Copy for a ticket
        </Button>
      </div>
      {scenarios !== null && (
        <p className={classes['how']}>{scenario === null ? none : howWords[scenario.how]}</p>
      )}
    </div>
  );
}

const none =
  'The sandbox does not send one like this: nothing documents it as an answer to a request, only what it means.';
