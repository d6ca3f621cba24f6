import type { Platform } from './chord.ts';

/** Whether the keyboard is one of macOS. */
export const platform: Platform = navigator.platform.startsWith('Mac') ? 'mac' : 'other';
