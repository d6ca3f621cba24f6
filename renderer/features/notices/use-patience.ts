import { useEffect, useState } from 'react';

/** Handlers for what is shown for a while: it stays while the pointer or the focus is on it. */
type Hold = {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
};

/** Calls `end` after some milliseconds in which nobody held it. */
export function usePatience(milliseconds: number, end: () => void): Hold {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(end, milliseconds);
    return () => clearTimeout(timer);
  }, [isHeld, milliseconds, end]);
  return {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
}
