/** A codicon, for decoration: what it stands for is always said in words beside it or in the control's name. */
export function Icon({ name }: { readonly name: string }) {
  return <span className={`codicon codicon-${name}`} aria-hidden="true" />;
}
