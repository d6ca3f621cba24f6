import { findApi } from '../../../shared/apis/registry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';

/** The status call for what was sent, with its ids filled in; nothing where the API has none. */
export function FollowUpButton({ exchange: { draft, main } }: { readonly exchange: Exchange }) {
  const stores = useStores();
  const followUp = main === null ? null : (findApi(draft.api)?.followUp(main.request) ?? null);
  if (followUp === null) return null;
  return (
    <Button icon="search" onPress={() => openTemplate(stores, draft.api, followUp.template, followUp.values)}>
      {followUp.label}
    </Button>
  );
}
