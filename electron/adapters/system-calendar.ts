import type { Calendar } from '../../shared/ports/calendar.ts';

export const systemCalendar: Calendar = {
  dayStart: (year, month, day) => {
    const start = new Date(2000, 0, 1);
    // Not by the constructor, which takes the years 0 to 99 for those of the twentieth century.
    start.setFullYear(year, month - 1, day);
    return Number.isNaN(start.getTime()) ? null : start.toISOString();
  },
  today: () => {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  },
};
