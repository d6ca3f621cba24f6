import type { Stores } from '../../stores/stores.ts';
import { hasEveryWord } from './has-every-word.ts';

/** Something that can be set, in a place of its own. */
export type Elsewhere = {
  readonly title: string;
  readonly does: string;
  readonly words: string;
  readonly icon: string;
  readonly open: (stores: Stores) => void;
};

const elsewhere: readonly Elsewhere[] = [
  {
    title: 'Environments',
    does: 'Where requests go, and with which values.',
    words: 'base url variables production test merchant',
    icon: 'settings',
    open: ({ layout }) => layout.getState().showView('environments'),
  },
  {
    title: 'Secrets',
    does: 'The vault: where secrets are kept, and what opens it.',
    words: 'vault passphrase keyring password recovery key security lock',
    icon: 'lock',
    open: ({ layout }) => layout.getState().open({ kind: 'vault' }),
  },
  {
    title: 'How long exchanges are kept',
    does: 'Limits of age and size for the history.',
    words: 'retention history delete remove days megabytes disk privacy',
    icon: 'history',
    open: ({ layout }) => layout.getState().open({ kind: 'retention' }),
  },
  {
    title: 'Keyboard',
    does: 'Every key that does something.',
    words: 'shortcuts keys hotkeys help',
    icon: 'record-keys',
    open: ({ layout }) => layout.getState().open({ kind: 'shortcuts' }),
  },
];

/** What is set elsewhere and has every word of a query. */
export function findElsewhere(query: string): readonly Elsewhere[] {
  return elsewhere.filter(({ title, does, words }) => hasEveryWord(`${title} ${does} ${words}`, query));
}
