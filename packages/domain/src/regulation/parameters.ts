import { attempt } from "../input/refuse.ts";
import {
  readClockTime,
  readDay,
  readFraction,
  readString,
  readWhole,
  readWord,
  readZone,
} from "../input/scalars.ts";
import { fieldOf, readFields } from "../input/fields.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { ComplaintCount, Counting, NextDay } from "../vocabulary.ts";
import type { ClauseId } from "./clauses.ts";
import type { PolicyParameters, PolicyVersion } from "./policy.ts";
import { defaultPolicy } from "./policy.ts";

/** The name of a parameter. */
export type ParameterKey = keyof PolicyParameters;

/** What a parameter's number counts. */
export type ParameterUnit =
  | "MINUTES"
  | "SECONDS"
  | "WORKING_DAYS"
  | "YEARS"
  | "COUNT"
  | "RATIO"
  | "CLOCK_TIME"
  | "CHOICE"
  | "ZONE";

/** One value that the regulation sets or leaves open; named and explained in `messages`. */
export interface PolicyParameter {
  readonly key: ParameterKey;
  readonly clause: ClauseId;
  readonly unit: ParameterUnit;
  readonly defaultValue: string | number;
  /** The only values allowed, where they are a choice. */
  readonly choices: readonly string[] | null;
}

type Reader = (value: unknown, path: string) => unknown;
interface Definition {
  readonly clause: ClauseId;
  readonly unit: ParameterUnit;
  readonly read: Reader;
  readonly choices?: readonly string[];
}

const whole =
  (least: number, most?: number): Reader =>
  (value, path) =>
    readWhole(value, path, least, most);
const choice = (clause: ClauseId, words: Readonly<Record<string, string>>): Definition => {
  const known = new Map(Object.entries(words));
  const read: Reader = (value, path) => readWord(value, path, known);
  return { clause, unit: "CHOICE", read, choices: [...known.keys()] };
};

const definitions: Readonly<Record<ParameterKey, Definition>> = {
  zone: { clause: "0", unit: "ZONE", read: readZone },
  onsiteLimitMinutes: { clause: "5.2", unit: "MINUTES", read: whole(1, 10_080) },
  onsiteCounting: /* @__PURE__ */ choice("5.2", Counting),
  onlineCutoff: { clause: "5.3", unit: "CLOCK_TIME", read: readClockTime },
  onlineNextDay: /* @__PURE__ */ choice("5.3", NextDay),
  attendanceGraceMinutes: { clause: "7.2a", unit: "MINUTES", read: whole(0, 1440) },
  attendanceDoubleTapSeconds: { clause: "7.2a", unit: "SECONDS", read: whole(0, 3600) },
  staffTolerance: { clause: "annex", unit: "RATIO", read: readFraction },
  inspectionMinimum: { clause: "annex", unit: "COUNT", read: whole(1) },
  channelThreshold: { clause: "annex", unit: "RATIO", read: readFraction },
  complaintCounts: /* @__PURE__ */ choice("annex", ComplaintCount),
  consultationThreshold: { clause: "7.3", unit: "RATIO", read: readFraction },
  appealWorkingDays: { clause: "7.1", unit: "WORKING_DAYS", read: whole(1, 60) },
  retentionYears: { clause: "0", unit: "YEARS", read: whole(1, 30) },
};

const keys = /* @__PURE__ */ Object.keys(definitions) as ParameterKey[];
const names = /* @__PURE__ */ new Set<string>(keys);

/**
 * Every parameter with its clause, unit and default.
 * @example
 * ```ts
 * parameters.find(({ key }) => key === "onsiteLimitMinutes");
 * // → { key: "onsiteLimitMinutes", clause: "5.2", unit: "MINUTES", defaultValue: 30, choices: null }
 * ```
 */
export const parameters: readonly PolicyParameter[] = /* @__PURE__ */ keys.map((key) => ({
  key,
  clause: definitions[key].clause,
  unit: definitions[key].unit,
  defaultValue: defaultPolicy.parameters[key],
  choices: definitions[key].choices ?? null,
}));

/**
 * A checked version: what `values` leave out has its default. Errors: INVALID_INPUT at `/id`,
 * `/validFrom` or `/parameters/<key>`.
 * @example
 * ```ts
 * const made = createPolicyVersion("2027", "2027-01-01", { onsiteLimitMinutes: 20 });
 * made.ok && made.value.parameters.onsiteLimitMinutes; // → 20
 * createPolicyVersion("2027", "2027-01-01", { onsiteLimitMinutes: 0 });
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/parameters/onsiteLimitMinutes", reason: "OUT_OF_RANGE" } }
 * ```
 */
export function createPolicyVersion(
  id: string,
  validFrom: string,
  values: Partial<PolicyParameters> = {},
): Result<PolicyVersion, RuleError> {
  return attempt(() => {
    readString(id, "/id");
    readDay(validFrom, "/validFrom");
    const fields = readFields(values, "/parameters", names);
    const read = keys.flatMap((key) => {
      const value = fieldOf(fields, key);
      const path = `/parameters/${key}`;
      return value === undefined ? [] : [[key, definitions[key].read(value, path)] as const];
    });
    return {
      id,
      validFrom,
      parameters: { ...defaultPolicy.parameters, ...Object.fromEntries(read) },
    };
  });
}
