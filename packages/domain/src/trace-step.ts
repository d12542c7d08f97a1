import type { ClauseId } from "./regulation/clauses.ts";

/**
 * One step of a reasoning, from a table of facts by code: plain data, ready to be stored. `at` is the
 * instant it speaks of (epoch milliseconds), `clause` what it rests on. Words come from `renderTraceStep`.
 */
export type StepOf<Facts> = {
  readonly [Code in keyof Facts]: {
    readonly code: Code;
    readonly at: number | null;
    readonly clause: ClauseId | null;
    readonly facts: Facts[Code];
  };
}[keyof Facts];
