const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Whether a text is a day that exists, as `2027-01-31`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || month > 12) return false;
  return day <= daysOf(year, month);
}

/** The day of a date where its reader is, as `2027-01-31`. */
export function dayOf(date: Date): string {
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(date.getFullYear()).padStart(4, '0'), ...parts].join('-');
}

/** Whether a day is over. Days in this form sort like texts. */
export function isOver(until: string, today: string): boolean {
  return until < today;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
