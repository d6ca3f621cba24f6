/** What the core tells its clients without being asked. */
export interface Events {
  'history.changed': { readonly count: number };
  /** The files of the environments or the choice of the active one; the list says what there is now. */
  'environment.changed': { readonly activeId: string };
  'sandbox.changed': { readonly origin: string | null };
}

export type EventName = keyof Events;

export type WorkbenchEvent = {
  readonly [Name in EventName]: { readonly name: Name } & Events[Name];
}[EventName];
