import type { WindowPlace } from '../model/window-place.ts';

/** What the desktop window remembers on this machine. Nothing of it is worth a word where it cannot be read or kept. */
export type WindowStore = {
  /** `null` at the first start. */
  loadPlace(): WindowPlace | null;
  savePlace(place: WindowPlace): void;
  /** Folders of the workspaces that were open, the latest first. */
  loadWorkspaces(): readonly string[];
  saveWorkspaces(folders: readonly string[]): void;
};
