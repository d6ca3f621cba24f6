import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Preview, PreviewInput, SendInput } from '../../shared/contract/commands.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

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
  /** The way to the core broke while the request was under way: nobody here knows what became of it. */
  | { readonly kind: 'lost'; readonly problem: Problem }
  | { readonly kind: 'settled'; readonly exchange: Exchange };

/** What the user agrees to beside the request itself. */
export type SendConsent = Pick<SendInput, 'allowInvalid' | 'repeatOf' | 'confirmation'>;

export type ExchangeState = {
  readonly byTab: Readonly<Record<string, TabExchange>>;
  readonly preview: (tabId: string, input: PreviewInput) => Promise<Preview>;
  /** Sends a draft; gives the exchange, or `null` where it was stopped, or where nobody knows. */
  readonly send: (tabId: string, input: PreviewInput, consent: SendConsent) => Promise<Exchange | null>;
  /** What a send would be, for one look; nothing of it is kept here. */
  readonly look: (input: PreviewInput) => Promise<Preview>;
  /** The request as a curl command with its secrets in it. It is handed through and kept nowhere. */
  readonly revealCurl: (input: PreviewInput) => Promise<Result<string, readonly Problem[]>>;
  readonly cancel: (tabId: string) => void;
  readonly show: (tabId: string, exchange: Exchange) => void;
  readonly showPane: (tabId: string, pane: string) => void;
  readonly forget: (tabId: string) => void;
};

export type ExchangeStore = StoreApi<ExchangeState>;

const blank: TabExchange = { preview: null, send: { kind: 'idle' }, pane: null };

/** Previews and sends, by tab. `timeout` gives the milliseconds until a request is given up. */
export function createExchangeStore(client: WorkbenchClient, timeout: () => number): ExchangeStore {
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
      look: (input) => client.call('exchange.preview', input),
      revealCurl: (input) => client.call('exchange.reveal-curl', input),
      send: async (tabId, input, consent) => {
        const sendId = crypto.randomUUID();
        change(tabId, { send: { kind: 'sending', sendId, startedAt: Date.now() }, pane: null });
        const send = await sendSafely(client, { ...input, ...consent, sendId, timeout: timeout() });
        change(tabId, { send });
        return send.kind === 'settled' ? send.exchange : null;
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

/** The way to the core can break; then nobody here knows what became of the send, and that is what has to be said. */
async function sendSafely(client: WorkbenchClient, input: SendInput): Promise<SendState> {
  try {
    const result = await client.call('exchange.send', input);
    return result.ok
      ? { kind: 'settled', exchange: result.value }
      : { kind: 'stopped', problems: result.error };
  } catch (error) {
    return {
      kind: 'lost',
      problem: {
        code: 'storage',
        message: `The connection to the workbench broke before it told how the request ended (${(error as Error).message}). The request may have been sent, and money may have moved.`,
        remedy: 'Do not send it again before you have looked into the history, or asked the provider.',
      },
    };
  }
}
