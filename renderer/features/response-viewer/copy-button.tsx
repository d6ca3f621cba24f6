import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { Button } from '../../ui/button.tsx';

type Props = {
  readonly label: string;
  /** The text, or what fetches it. */
  readonly text: string | (() => Promise<Result<string, Problem>>);
};

/** Copies a text byte for byte, and says so. */
export function CopyButton({ label, text }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const given = typeof text === 'string' ? ok(text) : await text();
    setSaid(given.ok ? await write(given.value) : given.error.message);
    setTimeout(() => setSaid(null), 2000);
  };
  return (
    <Button kind="quiet" icon={said === 'Copied' ? 'check' : 'copy'} onPress={() => void copy()}>
      {said ?? label}
    </Button>
  );
}

async function write(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'The clipboard is closed to this page';
  }
}
