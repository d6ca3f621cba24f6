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

/** The refund APIs, each with its request templates. */
export function ApiTree() {
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
  const selected = draft?.template === null || draft === undefined ? [] : [`${draft.api}/${draft.template}`];
  return (
    <Section title="Refund APIs">
      <div onContextMenu={openRowMenu}>
        <Tree
          aria-label="Refund APIs"
          className={classes['tree'] ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setExpanded(keys)}
          onAction={act}
          onSelectionChange={(keys) => {
            for (const key of keys === 'all' ? [] : keys) act(key);
          }}
        >
          {apis.map((api) => (
            <ApiItem key={api.id} api={api} />
          ))}
        </Tree>
      </div>
    </Section>
  );
}

function ApiItem({ api }: { readonly api: ApiDefinition }) {
  const stores = useStores();
  return (
    <TreeItem id={api.id} textValue={api.title} className={`${classes['row']} ${classes['api']}`}>
      <TreeItemContent>
        <Button slot="chevron" className={classes['chevron'] ?? ''}>
          <Icon name="chevron-right" />
        </Button>
        <span className={classes['title']}>{api.title}</span>
        <span className={classes['count']}>{api.templates.length}</span>
      </TreeItemContent>
      {api.templates.map((template) => (
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
