import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Stores } from '../../stores/stores.ts';
import { docSections, errataSection, plainBlocks, variablesSection } from '../docs/doc-sections.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The documentation of every API: headings, paragraphs, variables, and slips of the provider's document. */
export function documentationEntries({ layout }: Stores): readonly PaletteEntry[] {
  const entry = (
    api: ApiDefinition,
    section: string,
    { title, detail, place }: { readonly title: string; readonly detail: string; readonly place: string },
  ): PaletteEntry => ({
    id: `docs:${api.id}/${section}/${place}`,
    kind: 'Documentation',
    title,
    detail: `${api.title} · ${detail}`,
    run: () => layout.getState().open({ kind: 'docs', apiId: api.id, section }),
  });
  return apis.flatMap((api) => [
    ...docSections(api).flatMap(({ id, title, text }) => [
      entry(api, id, { title, detail: 'documentation', place: 'title' }),
      ...plainBlocks(text).map((block, index) =>
        entry(api, id, { title: block, detail: title, place: String(index) }),
      ),
    ]),
    ...api.variables.map(({ name, title }) =>
      entry(api, variablesSection, { title: `${title}: ${name}`, detail: 'variable', place: name }),
    ),
    ...api.errata.map(({ problem }, index) =>
      entry(api, errataSection, { title: problem, detail: 'slip in the document', place: String(index) }),
    ),
  ]);
}
