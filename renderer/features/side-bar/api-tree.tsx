import { useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { askToSaveTemplate } from '../../actions/ask-to-save.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores, useTabs } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type MenuEntry, MenuButton } from '../../ui/menu-button.tsx';
import { openRowMenu } from '../open-row-menu.ts';
import classes from './api-tree.module.css';
import { Section } from './section.tsx';

type Props = {
  /** In lower case; only what has it in its name is shown. Empty for everything. */
  readonly filter: string;
};

/** The refund APIs, each with its request templates. */
export function ApiTree({ filter }: Props) {
  const stores = useStores();
  const draft = useTabs(selectActiveTab)?.draft;
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set(apis.slice(0, 1).map(({ id }) => id)));
  const toggle = (id: Key): void =>
    setExpanded((before) => new Set(before).symmetricDifference(new Set([id])));
  const act = (key: Key): void => {
    const [apiId = '', templateId] = String(key).split('/');
    if (templateId === undefined) toggle(apiId);
    else openTemplate(stores, apiId, templateId);
  };
  const fitting = apis
    .map((api) => ({ api, templates: fittingTemplates(api, filter) }))
    .filter(({ templates }) => templates.length > 0);
  const selected = draft?.template === null || draft === undefined ? [] : [`${draft.api}/${draft.template}`];
  return (
    <Section
      title="Refund APIs"
      action={
        <IconButton
          icon="book"
          label="Error catalogs of all APIs"
          onPress={() => stores.layout.getState().showPage({ kind: 'catalog', query: '' })}
        />
      }
    >
      <div onContextMenu={openRowMenu}>
        <Tree
          aria-label="Refund APIs"
          className={classes['tree'] ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected}
          expandedKeys={filter === '' ? expanded : new Set(fitting.map(({ api }) => api.id))}
          renderEmptyState={() => <p className={classes['empty']}>No template has this in its name.</p>}
          onExpandedChange={(keys) => setExpanded(keys)}
          onAction={act}
          onSelectionChange={(keys) => {
            for (const key of keys === 'all' ? [] : keys) act(key);
          }}
        >
          {fitting.map(({ api, templates }) => (
            <ApiItem key={api.id} api={api} templates={templates} />
          ))}
        </Tree>
      </div>
    </Section>
  );
}

type ItemProps = { readonly api: ApiDefinition; readonly templates: ApiDefinition['templates'] };

function ApiItem({ api, templates }: ItemProps) {
  const stores = useStores();
  return (
    <TreeItem id={api.id} textValue={api.title} className={`${classes['row']} ${classes['api']}`}>
      <TreeItemContent>
        <Button slot="chevron" className={classes['chevron'] ?? ''}>
          <Icon name="chevron-right" />
        </Button>
        <span className={classes['title']}>{api.title}</span>
        <span className={classes['count']}>{templates.length}</span>
      </TreeItemContent>
      {templates.map((template) => (
        <TreeItem
          key={template.id}
          id={`${api.id}/${template.id}`}
          textValue={template.title}
          className={`${classes['row']} ${classes['template']}`}
        >
          <TreeItemContent>
            <span className={classes['method']}>{methodOf(api, template.operation)}</span>
            <span className={classes['title']} title={template.summary}>
              {template.title}
            </span>
            <MenuButton label={template.title} groups={templateMenu(stores, api.id, template.id)}>
              <IconButton icon="ellipsis" label={`More: ${template.title}`} />
            </MenuButton>
          </TreeItemContent>
        </TreeItem>
      ))}
    </TreeItem>
  );
}

/** All templates of an API that is called like this, else those that are. */
function fittingTemplates({ title, templates }: ApiDefinition, filter: string): ApiDefinition['templates'] {
  return title.toLowerCase().includes(filter)
    ? templates
    : templates.filter((template) => template.title.toLowerCase().includes(filter));
}

function templateMenu(stores: Stores, apiId: string, templateId: string): readonly (readonly MenuEntry[])[] {
  return [
    [
      {
        id: 'open',
        label: 'Open',
        icon: 'go-to-file',
        run: () => void openTemplate(stores, apiId, templateId),
      },
      {
        id: 'save',
        label: 'Save to a collection…',
        icon: 'library',
        run: () => askToSaveTemplate(stores, apiId, templateId),
      },
    ],
  ];
}

function methodOf(api: ApiDefinition, operationId: string): string {
  return api.operations.find(({ id }) => id === operationId)?.method ?? '';
}
