import fc from "fast-check";
import type { WrittenAttendance } from "../reference/attendance.ts";
import type { WrittenFacts } from "../reference/scorecard.ts";
import { residentId, uscc } from "../reference/days-and-numbers.ts";
import { attendanceScenes } from "../scenes/attendance.ts";
import { dayAfter } from "../scenes/calendars.ts";
import { scorecardFacts } from "../scenes/scorecard.ts";
import { instantTexts, maybe } from "./text.ts";

/** Sound cases of a day at the hall. */
export const attendanceCases: fc.Arbitrary<WrittenAttendance> = attendanceScenes.chain(
  ({ facts, zone, graceMinutes, doubleTapSeconds }) =>
    fc
      .tuple(
        instantTexts(facts.punches),
        maybe("graceMinutes", fc.constant(graceMinutes)),
        maybe("doubleTapSeconds", fc.constant(doubleTapSeconds)),
      )
      .map(([punches, grace, tap]) => ({
        date: facts.date,
        shifts: facts.shifts,
        punches,
        policy: { ...grace, ...tap, zone },
        ...(facts.waivers?.length ? { waivers: facts.waivers } : {}),
      })),
);

/** Sound facts as cases write them: the words for complaints are in lower case there. */
export const scorecardCases: fc.Arbitrary<{ facts: WrittenFacts }> = scorecardFacts.map((facts) => {
  const { counts, ...rest } = facts[5] ?? {};
  const row = { ...rest, ...(counts === undefined ? {} : { counts: counts.toLowerCase() }) };
  return { facts: (facts[5] === undefined ? facts : { ...facts, 5: row }) as WrittenFacts };
});

const dates = fc.oneof(
  fc.integer({ min: -719_528, max: 2_932_896 }).map((day) => dayAfter("1970-01-01", day)),
  fc.integer({ min: -800, max: 800 }).map((day) => dayAfter("2024-08-28", day)),
);
/** Days, and quarters by them. */
export const quarterCases = fc
  .tuple(dates, maybe("effectiveFrom", dates))
  .map(([date, given]) => ({ date, ...given }));

const characters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const code = fc
  .tuple(
    fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...characters), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(""));
const number = fc
  .tuple(fc.integer({ min: -45_000, max: 24_000 }), fc.nat(999_999), fc.nat(999))
  .map(([day, region, sequence]) => {
    const born = dayAfter("1970-01-01", day).replaceAll("-", "");
    return String(region).padStart(6, "0") + born + String(sequence).padStart(3, "0");
  });
/** A number with the right check character, with any, or with something else at one place. */
const checked = (
  bodies: fc.Arbitrary<string>,
  checks: string,
  isRight: (value: string) => boolean,
): fc.Arbitrary<string> => {
  const any = fc.tuple(bodies, fc.constantFrom(...checks)).map(([body, check]) => body + check);
  const right = bodies.map((body) => {
    const check = [...checks].find((one) => isRight(body + one));
    return body + (check ?? "");
  });
  const spoilt = fc
    .tuple(fc.oneof(any, right), fc.nat(18), fc.constantFrom(..."0IOSVZaxX９ \n", ""))
    .map(([text, place, other]) => text.slice(0, place) + other + text.slice(place + 1));
  return fc.oneof(any, right, right, spoilt, fc.string({ maxLength: 20 }));
};
const isValid = (answer: object): boolean => (answer as { valid: boolean }).valid;

/** Credit codes, right and wrong ones. */
export const usccCases = checked(code, characters.join(""), (value) =>
  isValid(uscc({ value })),
).map((value) => ({ value }));
/** Resident numbers, right and wrong ones, on days before and after a birth. */
export const residentIdCases = fc.record({
  value: checked(number, "0123456789X", (value) =>
    isValid(residentId({ value, on: "9999-12-31" })),
  ),
  on: dates,
});
