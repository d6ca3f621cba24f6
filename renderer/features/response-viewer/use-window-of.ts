import { useEffect, useEffectEvent, useState } from 'react';

/** Some rows of a list, and where the first of them stands in it. */
export type Stretch<Row> = { readonly from: number; readonly rows: readonly Row[] };

/**
 * The rows of a window that are asked for elsewhere. The last ones stay until the next are there. `version` says that the
 * same rows may be others now.
 */
export function useWindowOf<Row>(
  read: (from: number, count: number) => Promise<readonly Row[]>,
  { from, count }: { readonly from: number; readonly count: number },
  version: unknown,
): Stretch<Row> {
  const [stretch, setStretch] = useState<Stretch<Row>>({ from: 0, rows: [] });
  const ask = useEffectEvent(read);
  useEffect(() => {
    let isWanted = true;
    void (async () => {
      const rows = await ask(from, count);
      if (isWanted) setStretch({ from, rows });
    })();
    return () => {
      isWanted = false;
    };
    // The version says that the answer is another one.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [from, count, version]);
  return stretch;
}
