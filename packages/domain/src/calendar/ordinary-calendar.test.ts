import { expect, it } from "vitest";
import { calendarDays } from "./calendar-day.ts";
import { createCalendar } from "./calendar.ts";
import { ordinaryCalendar } from "./ordinary-calendar.ts";

it("means what its own specification means", () => {
  const read = createCalendar(ordinaryCalendar.spec);
  if (!read.ok) throw new Error(read.error.path);
  const days = calendarDays(read.value, "2026-06-29", "2026-07-12");
  expect(days).toMatchObject({ ok: true, value: { length: 14 } });
  expect(calendarDays(ordinaryCalendar, "2026-06-29", "2026-07-12")).toEqual(days);
});
