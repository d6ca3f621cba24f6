/** Milliseconds since 1970 as `2024-01-24 18:18:38`, in UTC; the notation of expiry_time (DigiPay.Guru: Authentication). */
export function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const ofDay = ((seconds % 86400) + 86400) % 86400;
  const time = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return `${formatDay(Math.floor(seconds / 86400))} ${time.map(twoDigits).join(':')}`;
}

/** Days since 1970 as a date, by the usual reckoning of years that begin in March, so that the leap day comes last. */
function formatDay(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return [String(year), twoDigits(month >= 10 ? month - 9 : month + 3), twoDigits(day)].join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
