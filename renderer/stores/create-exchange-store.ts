import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Preview, PreviewInput, SendInput } from '../../shared/contract/commands.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** What happens in one tab. */
export type TabExchange = {
  readonly preview: Preview | null;
  readonly send: SendState;
  /** The pane of the answer that was asked for; `null` leaves it to the answer. */
  readonly pane: string | null;
};

export type SendState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly sendId: string; readonly startedAt: number }
  | { readonly kind: 'stopped'; readonly problems: readonly Problem[] }
  | { readonly kind: 'settled'; readonly exchange: Exchange };

/** What the user agrees to beside the request itself. */
export type SendConsent = Pick<SendInput, 'allowInvalid' | 'repeatOf' | 'confirmation'>;

export type ExchangeState = {
  readonly byTab: Readonly<Record<string, TabExchange>>;
  readonly preview: (tabId: string, input: PreviewInput) => Promise<Preview>;
  /** Sends a draft; gives the exchange, or `null` where it was stopped before anything left. */
  readonly send: (tabId: string, input: PreviewInput, consent: SendConsent) => Promise<Exchange | null>;
  readonly cancel: (tabId: string) => void;
  readonly show: (tabId: string, exchange: Exchange) => void;
  readonly showPane: (tabId: string, pane: string) => void;
  readonly forget: (tabId: string) => void;
};

export type ExchangeStore = StoreApi<ExchangeState>;

const blank: TabExchange = { preview: null, send: { kind: 'idle' }, pane: null };

/** Milliseconds until a request is given up. */
const timeout = 60_000;

/** Previews and sends, by tab. */
export function createExchangeStore(client: WorkbenchClient): ExchangeStore {
  const newest = new Map<string, number>();
  return createStore<ExchangeState>((set, get) => {
    const change = (tabId: string, part: Partial<TabExchange>): void =>
      set(({ byTab }) => ({ byTab: { ...byTab, [tabId]: { ...(byTab[tabId] ?? blank), ...part } } }));
    return {
      byTab: {},
      preview: async (tabId, input) => {
        const number = (newest.get(tabId) ?? 0) + 1;
        newest.set(tabId, number);
        const preview = await client.call('exchange.preview', input);
        // An older answer that comes late must not replace a newer one.
        if (newest.get(tabId) === number) change(tabId, { preview });
        return preview;
      },
      send: async (tabId, input, consent) => {
        const sendId = crypto.randomUUID();
        change(tabId, { send: { kind: 'sending', sendId, startedAt: Date.now() }, pane: null });
        const result = await sendSafely(client, { ...input, ...consent, sendId, timeout });
        if ('problems' in result) {
          change(tabId, { send: { kind: 'stopped', problems: result.problems } });
          return null;
        }
        change(tabId, { send: { kind: 'settled', exchange: result.exchange } });
        return result.exchange;
      },
      cancel: (tabId) => {
        const send = get().byTab[tabId]?.send;
        if (send?.kind === 'sending') void client.call('exchange.cancel', { sendId: send.sendId });
      },
      show: (tabId, exchange) => change(tabId, { send: { kind: 'settled', exchange } }),
      showPane: (tabId, pane) => change(tabId, { pane }),
      forget: (tabId) =>
        set(({ byTab }) => ({
          byTab: Object.fromEntries(Object.entries(byTab).filter(([id]) => id !== tabId)),
        })),
    };
  });
}

export function selectTabExchange(tabId: string): (state: ExchangeState) => TabExchange {
  return ({ byTab }) => byTab[tabId] ?? blank;
}

type SendOutcome = { readonly exchange: Exchange } | { readonly problems: readonly Problem[] };

/** The way to the core can break; then nobody here knows what became of the send, and that is what has to be said. */
async function sendSafely(client: WorkbenchClient, input: SendInput): Promise<SendOutcome> {
  try {
    const result = await client.call('exchange.send', input);
    return result.ok ? { exchange: result.value } : { problems: result.error };
  } catch (error) {
    const problem: Problem = {
      code: 'storage',
      message: `The connection to the workbench broke: ${(error as Error).message}. The request may have been sent.`,
      remedy: 'Look into the history before you send it again.',
    };
    return { problems: [problem] };
  }
}
