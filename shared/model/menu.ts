/** A command of the page as the application menu shows it; the page keeps the one table of commands. */
export type MenuCommand = {
  readonly id: string;
  /** The submenu it stands in: a group of the table of commands. */
  readonly group: string;
  readonly title: string;
  /** Its best keys in the notation of the page, `Mod Shift F`; shown beside it, and heard by the page. */
  readonly keys: string | null;
  readonly isPossible: boolean;
};

/** A file that was handed to the program from outside: opened with it, or named when it was started. */
export type HandedFile = {
  /** Without its folder. */
  readonly name: string;
  /** The bytes, Base64: what encoding a text has is decided where dropped files are read. `null` where `problem` says why. */
  readonly content: string | null;
  /** One sentence: why it cannot be read. */
  readonly problem: string | null;
};
