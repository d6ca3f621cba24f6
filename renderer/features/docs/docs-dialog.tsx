import { useEffect, useRef, useState } from 'react';

import { apis, findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { openLink } from '../../actions/open-link.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { ErrataPane } from '../request-editor/errata-pane.tsx';
import { docSections, errataSection, variablesSection } from './doc-sections.ts';
import classes from './docs-dialog.module.css';

type Props = {
  readonly apiId: string;
  /** Where it opens; `null` is the beginning. */
  readonly section: string | null;
  readonly onClose: () => void;
};

/** The documentation of an API, in our own words, whether a request of it is open or not. */
export function DocsDialog({ apiId, section, onClose }: Props) {
  const [shown, setShown] = useState({ apiId, section });
  const api = findApi(shown.apiId);
  if (api === null) return null;
  return (
    <Dialog title={`Documentation: ${api.title}`} onClose={onClose} width="wide">
      <div className={classes['docs']}>
        <nav className={classes['contents']} aria-label="Contents">
          <label>
            API
            <select
              value={api.id}
              onChange={({ target }) => setShown({ apiId: target.value, section: null })}
            >
              {apis.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <ul>
            {contentsOf(api).map(({ id, title }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={shown.section === id ? 'true' : undefined}
                  onClick={() => setShown({ apiId: api.id, section: id })}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <Text key={api.id} api={api} section={shown.section} />
      </div>
    </Dialog>
  );
}

/** The whole text, scrolled to the section that was asked for. */
function Text({ api, section }: { readonly api: ApiDefinition; readonly section: string | null }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = frame.current?.querySelector<HTMLElement>(`#doc-${section ?? 'overview'}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [section]);
  return (
    <div ref={frame} className={classes['text']} tabIndex={0} role="region" aria-label="Documentation">
      {docSections(api).map(({ id, title, text }) => (
        <section key={id}>
          <SectionTitle id={id} title={title} />
          <Markdown text={text} />
        </section>
      ))}
      <section>
        <SectionTitle id={variablesSection} title="Variables" />
        <dl className={classes['variables']}>
          {api.variables.map(({ name, title, help }) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code> {title}
              </dt>
              <dd>{help}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <SectionTitle id={errataSection} title="Slips in the provider's document" />
        <ErrataPane errata={api.errata} />
      </section>
      <p className={classes['source']}>
        In our own words, from: {api.document}. <ProviderLink address={api.documentationPage ?? null} />
      </p>
    </div>
  );
}

/** The provider's own pages, by the name of their host. */
function ProviderLink({ address }: { readonly address: string | null }) {
  const stores = useStores();
  if (address === null) return null;
  return (
    <>
      The provider’s own pages:{' '}
      <a
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        onClick={(event) => {
          event.preventDefault();
          void openLink(stores, address);
        }}
      >
        {new URL(address).host}
      </a>
      .
    </>
  );
}

function SectionTitle({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <h3 id={`doc-${id}`} tabIndex={-1}>
      {title}
    </h3>
  );
}

function contentsOf(api: ApiDefinition): readonly { readonly id: string; readonly title: string }[] {
  return [
    ...docSections(api),
    { id: variablesSection, title: 'Variables' },
    { id: errataSection, title: 'Slips in the document' },
  ];
}
