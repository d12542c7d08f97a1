import fc from "fast-check";
import { onlineCases, onsiteCases, plainOnsiteCases } from "./clocks.ts";
import {
  attendanceCases,
  quarterCases,
  residentIdCases,
  scorecardCases,
  usccCases,
} from "./others.ts";

/** Sound cases of every kind, without `id` and `kind`. */
export const cases: Readonly<Record<string, fc.Arbitrary<object>>> = {
  onsite: fc.oneof({ weight: 9, arbitrary: onsiteCases }, plainOnsiteCases),
  online: onlineCases,
  attendance: attendanceCases,
  scorecard: scorecardCases,
  quarter: quarterCases,
  uscc: usccCases,
  residentId: residentIdCases,
};
