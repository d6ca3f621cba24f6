import classes from './keys.module.css';

/** Keys as they stand on the keyboard, to be pressed together or one after the other. */
export function Keys({ names }: { readonly names: readonly string[] }) {
  return (
    <span className={classes['keys']}>
      {names.map((name, index) => (
        // The same key may come twice.
        // oxlint-disable-next-line react/no-array-index-key
        <kbd key={index}>{name}</kbd>
      ))}
    </span>
  );
}
