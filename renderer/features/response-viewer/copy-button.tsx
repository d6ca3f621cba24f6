import { useState } from 'react';

import { Button } from '../../ui/button.tsx';

/** Copies a text byte for byte, and says so. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('The clipboard is closed to this page');
    }
    setTimeout(() => setSaid(null), 2000);
  };
  return (
    <Button kind="quiet" icon={said === 'Copied' ? 'check' : 'copy'} onPress={() => void copy()}>
      {said ?? label}
    </Button>
  );
}
