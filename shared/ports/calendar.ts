/** The calendar of the user, in the time zone of this machine. Months count from 1. */
export type Calendar = {
  /** Beginning of a day as ISO 8601 in UTC; days past the end of a month run on. `null` where there is no such time. */
  dayStart(year: number, month: number, day: number): string | null;
  today(): { readonly year: number; readonly month: number; readonly day: number };
};
