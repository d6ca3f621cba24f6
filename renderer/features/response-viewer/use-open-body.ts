import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';

import { type AnswerSource, readPart } from '../../actions/read-answer.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { type BodyState, openBody, type OpenBody } from '../../workers/open-body.ts';

/** Opens a text of an answer in a worker for as long as it is shown; `null` until then, and where there is none. */
export function useOpenBody(source: AnswerSource | null): OpenBody | null {
  const stores = useStores();
  const [body, setBody] = useState<OpenBody | null>(null);
  const key = source === null ? null : `${source.id} ${source.step} ${source.of}`;
  const open = useEffectEvent(() =>
    source === null
      ? null
      : openBody({
          start: source.start,
          length: source.length,
          read: (offset) => readPart(stores, source, offset),
        }),
  );
  useEffect(() => {
    const opened = key === null ? null : open();
    // A worker is no part of a drawing, so it is started behind one.
    // oxlint-disable-next-line react/set-state-in-effect
    setBody(opened);
    return () => opened?.close();
  }, [key]);
  return body;
}

const unread: BodyState = { facts: null, problem: null };
const silent = (): (() => void) => () => undefined;

/** What is known of an open body, as it is being read. */
export function useBodyState(body: OpenBody | null): BodyState {
  const listen = useCallback((listener: () => void) => (body?.listen ?? silent)(listener), [body]);
  return useSyncExternalStore(listen, () => body?.state() ?? unread);
}
