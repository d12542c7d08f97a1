import fc from "fast-check";
import type { BrokenCase } from "./broken.ts";

type Written = Record<string, unknown>;

const before = (text: unknown, ms: number): string =>
  new Date(Date.parse(String(text)) - ms).toISOString();

/** Values that are sound one by one and contradict each other, by kind: what is set, and where that is wrong. */
const contradictions: Readonly<
  Record<string, readonly ((given: Written, by: number) => readonly [Written, string] | null)[]>
> = {
  onsite: [
    (given, by) => [{ completedAt: before(given["receivedAt"], by) }, "/completedAt"],
    (given, by) => [{ cancelledAt: before(given["receivedAt"], by) }, "/cancelledAt"],
    (given, by) => {
      const pauses = (given["pauses"] ?? []) as Written[];
      const last = pauses.at(-1);
      if (last === undefined) return null;
      const wrong = { ...last, to: before(last["from"], by) };
      return [{ pauses: [...pauses.slice(0, -1), wrong] }, `/pauses/${pauses.length - 1}/to`];
    },
    (given) => [
      {
        calendar: {
          ...((given["calendar"] as Written | undefined) ?? { week: { 1: [["08:00", "09:00"]] } }),
          coverage: { from: "2024-01-02", to: "2024-01-01" },
        },
      },
      "/calendar/coverage/to",
    ],
    (given) => [
      { calendar: { ...(given["calendar"] as Written | undefined), week: { 1: [], 7: [] } } },
      "/calendar/week",
    ],
  ],
  online: [
    (given, by) => [
      { completedAt: before(given["receivedAt"], by), mailedAt: null },
      "/completedAt",
    ],
    (given, by) => [{ cancelledAt: before(given["receivedAt"], by) }, "/cancelledAt"],
    (given) => [{ completedAt: null, mailedAt: given["receivedAt"] }, "/mailedAt"],
    (given, by) => [
      {
        delivery: "MAIL",
        completedAt: given["receivedAt"],
        mailedAt: before(given["receivedAt"], by),
      },
      "/mailedAt",
    ],
    (given) => [
      { delivery: "PICKUP", completedAt: given["receivedAt"], mailedAt: given["receivedAt"] },
      "/mailedAt",
    ],
  ],
  attendance: [
    (given) => {
      const shifts = given["shifts"] as [string, string][];
      const end = shifts.at(-1)?.[1];
      if (end === undefined || end >= "23:59") return null;
      return [{ shifts: [...shifts, [end, "24:00"]] }, `/shifts/${shifts.length}`];
    },
    (given) => {
      const shift = (given["shifts"] as unknown[]).length;
      return [{ waivers: [{ shift, edge: "BOTH" }] }, "/waivers/0/shift"];
    },
  ],
  scorecard: (
    [
      [2, "shortIntervals", "plannedIntervals", {}],
      [3, "failures", "inspections", {}],
      [4, "successes", "probes", { channels: 1, cases: 0 }],
      [5, "accepted", "received", { verified: 0 }],
      [6, "presentItems", "mandatoryItems", {}],
      [7, "unexcused", "judgedShifts", { missing: 0 }],
      [8, "breached", "assessable", {}],
      [9, "breached", "assessable", {}],
      [10, "answered", "probes", {}],
    ] as const
  ).map(([row, part, whole, rest]) => (given: Written, by: number) => {
    const most = row === 7 ? 2 * by : by;
    const entry = { ...rest, [whole]: by, [part]: most + 1 };
    return [{ facts: { ...(given["facts"] as Written), [row]: entry } }, `/facts/${row}/${part}`];
  }),
};

/** The kinds whose fields can contradict each other. */
export const crossable = Object.keys(contradictions);

/** Sound cases in which one thing contradicts another. */
export const crossed = (kind: string, sound: fc.Arbitrary<object>): fc.Arbitrary<BrokenCase> =>
  fc
    .tuple(
      sound,
      fc.constantFrom(...(contradictions[kind] ?? [])),
      fc.integer({ min: 1, max: 1e9 }),
    )
    .map(([given, contradict, by]) => {
      const made = contradict(given as Written, by);
      return made === null ? null : { given: { ...given, ...made[0] }, paths: [made[1]] };
    })
    .filter((one) => one !== null);
