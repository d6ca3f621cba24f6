import { sayWhatIsMissing } from './say-what-is-missing.ts';

/** An event whose default a listener may prevent. */
export type Preventable = { readonly defaultPrevented: boolean; readonly preventDefault: () => void };

/** An event of the stand-in; a detail that it lacks is refused by name. */
export function createPreventable<Details extends object>(details: Details): Preventable & Details {
  let prevented = false;
  const event = {
    ...details,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
  return sayWhatIsMissing(event, 'event');
}
