/** A rectangle of the desktop, in pixels that do not count the scale of a display. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** How a window was left: its area where it fills nothing, and whether it fills the display. */
export type WindowPlace = Area & { readonly isMaximized: boolean; readonly isFullScreen: boolean };
