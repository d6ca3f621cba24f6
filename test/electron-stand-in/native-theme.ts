import { Emitter } from './emitter.ts';

/** Colours of a system that is light, unless the app asks for others; nothing is drawn in them. */
class NativeTheme extends Emitter<{ readonly updated: readonly [] }> {
  readonly shouldUseHighContrastColors = false;
  #source = 'system';

  constructor() {
    super(['updated']);
  }

  get themeSource(): string {
    return this.#source;
  }

  set themeSource(source: string) {
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
