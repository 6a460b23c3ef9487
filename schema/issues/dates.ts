import { isoDate } from "../values";

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;

/** The day that was meant, written year-month-day: `31/1/2026`, the way France writes it, gives `2026-01-31`. */
export function proposeDate(text: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  const [, first, second, third] = YEAR_FIRST.exec(text) ?? [];
  const parts = year ? [year, month, day] : [first, second, third];
  const date = parts.map((part) => (part ?? "").padStart(2, "0")).join("-");
  return isoDate.safeParse(date).success && date !== text ? date : undefined;
}

/** The same for a day and an hour, in universal time. */
export function proposeInstant(text: string): string | undefined {
  const day = isoDate.safeParse(text).success ? text : proposeDate(text);
  if (day) return `${day}T00:00:00Z`;
  const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)
    ? new Date(hasZone(text) ? text : `${text}Z`)
    : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString().replace(".000Z", "Z") : undefined;
}

/** An hour without a zone is taken as universal: the answer must not depend on the machine. */
function hasZone(text: string): boolean {
  return /(Z|[+-]\d{2}:?\d{2})$/i.test(text);
}
