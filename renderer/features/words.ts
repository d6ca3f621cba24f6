import type { EnvironmentClass } from '../../shared/model/environment.ts';
import type { Source } from '../../shared/model/source.ts';

/** The word, icon and colour of an environment's class; the three always stand together. */
export const classWords: Record<EnvironmentClass, { readonly word: string; readonly icon: string }> = {
  sandbox: { word: 'Sandbox', icon: 'beaker' },
  test: { word: 'Test', icon: 'tools' },
  production: { word: 'LIVE', icon: 'flame' },
};

/** Where a fact comes from, in few words; the document itself needs none. */
export function originWords({ origin, confidence }: Source): string | null {
  if (origin === 'assumption') return 'our assumption, not in the document';
  if (origin === 'public') return confidence === 'certain' ? 'public page' : `public page, ${confidence}`;
  return confidence === 'certain' ? null : `from the document, ${confidence}`;
}

/** `Same amount`: a title that was written to follow a colon, for places where it stands alone. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `132 ms`, `1.4 s`. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `184 B`, `1.9 KB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** `now`, `12s`, `3m`, `5h`, then the date. */
export function formatAge(iso: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
  if (seconds < 5) return 'now';
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h`;
  return iso.slice(0, 10);
}

/** `4:12`: what is left, in minutes and seconds; never less than nothing. */
export function formatRemaining(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `2026-01-31 09:05:00 UTC`. */
export function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** `10:02`, by the clock of the user. */
export function formatClock(iso: string): string {
  const time = new Date(iso);
  return `${padded(time.getHours())}:${padded(time.getMinutes())}`;
}

/** `16 Nov 10:02`, by the calendar and clock of the user. */
export function formatMoment(iso: string): string {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short' }).format(new Date(iso));
  return `${new Date(iso).getDate()} ${month} ${formatClock(iso)}`;
}

/** `2026-11-16`: the day in the user's calendar. */
export function localDay(iso: string): string {
  return dayOf(new Date(iso));
}

/** `Today`, `Yesterday`, `Monday 16 November 2026`, for a day of the user's calendar such as `2026-11-16`. */
export function formatDay(day: string, now: number): string {
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day === dayOf(today)) return 'Today';
  if (day === dayOf(yesterday)) return 'Yesterday';
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`));
  const words = parts.filter(({ type }) => type !== 'literal').map(({ value }) => value);
  return words.join(' ');
}

/** `1,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

function dayOf(time: Date): string {
  return `${time.getFullYear()}-${padded(time.getMonth() + 1)}-${padded(time.getDate())}`;
}

function padded(part: number): string {
  return String(part).padStart(2, '0');
}
