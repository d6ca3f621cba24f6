/** Versions by the name of what has them, and the system, for the about box and bug reports. */
export type AboutFacts = {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly sqlite: string;
  /** Electron's cryptography is a fork of OpenSSL, without versions of its own. */
  readonly isBoringSsl: boolean;
  /** As `Linux 6.1.0 x64`. */
  readonly system: string;
};

export type AboutText = { readonly name: string; readonly lines: string };

/** What the about box says: the name with its version, and a line for everything that it runs on. */
export function aboutText({ version, versions, sqlite, isBoringSsl, system }: AboutFacts): AboutText {
  const parts: readonly (readonly [name: string, version: string | undefined])[] = [
    ['Electron', versions['electron']],
    ['Chromium', versions['chrome']],
    ['Node', versions['node']],
    ['SQLite', sqlite],
    isBoringSsl ? ['BoringSSL', 'of this Chromium'] : ['OpenSSL', versions['openssl']],
    ['System', system],
  ];
  return {
    name: `Refund Workbench ${version}`,
    lines: parts.map(([name, found]) => `${name}: ${found ?? 'unknown'}`).join('\n'),
  };
}
