import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Calendar,
  completeParameters,
  createCalendar,
  policyOn,
  type PolicyVersion as Policy,
} from "@signet/domain";

import { CalendarVersion } from "../persistence/calendar-version.entity.ts";
import { PolicyVersion } from "../persistence/policy-version.entity.ts";

/** A calendar ready for the rules, with the version that a clock records. */
export interface VersionedCalendar {
  readonly id: string;
  readonly number: number;
  readonly calendar: Calendar;
}

/** All dated values and calendars of the installation, for whoever starts, judges or explains a clock. */
export class RuleBook {
  readonly #policies: readonly Policy[];
  /** What may come into force: not those withdrawn, by their first day. */
  readonly #standing: readonly Policy[];
  readonly #calendars: ReadonlyMap<string, VersionedCalendar>;
  /** The calendar that clocks started now run under. */
  readonly calendar: VersionedCalendar;

  /** The policy that begins last. */
  readonly newestPolicy: Policy;

  constructor(
    policies: readonly Policy[],
    calendars: readonly VersionedCalendar[],
    withdrawn: ReadonlySet<string> = new Set(),
  ) {
    const newest = calendars.at(-1);
    this.#policies = policies;
    this.#standing = policies.filter(({ id }) => !withdrawn.has(id));
    const newestPolicy = this.#standing.at(-1);
    if (!newest || !newestPolicy) throw new Error("The installation has no policy or no calendar");
    this.newestPolicy = newestPolicy;
    this.#calendars = new Map(calendars.map((version) => [version.id, version]));
    this.calendar = newest;
  }

  /** The policy in force on a local day; before the first, the first. */
  policyOn(day: string): Policy {
    const policy = policyOn(this.#standing, day);
    if (!policy) throw new Error("The installation has no policy");
    return policy;
  }

  /** Where the centre's clocks hang; the same in every policy. */
  get zone(): string {
    return this.newestPolicy.parameters.zone;
  }

  policy(id: string): Policy {
    const found = this.#policies.find((policy) => policy.id === id);
    if (!found) throw new Error(`No policy version ${id}`);
    return found;
  }

  calendarVersion(id: string): VersionedCalendar {
    const found = this.#calendars.get(id);
    if (!found) throw new Error(`No calendar version ${id}`);
    return found;
  }
}

export async function loadRuleBook(em: EntityManager): Promise<RuleBook> {
  const policies = await em.find(PolicyVersion, {}, { orderBy: { validFrom: "asc" } });
  const calendars = await em.find(CalendarVersion, {}, { orderBy: { number: "asc" } });
  return new RuleBook(
    policies.map(({ id, validFrom, parameters }) => ({
      id,
      validFrom,
      parameters: completeParameters(parameters),
    })),
    calendars.map(({ id, number, spec }) => ({ id, number, calendar: compile(spec) })),
    new Set(policies.flatMap(({ id, withdrawnAt }) => (withdrawnAt ? [id] : []))),
  );
}

function compile(spec: CalendarVersion["spec"]): Calendar {
  const calendar = createCalendar(spec);
  if (!calendar.ok) throw new Error(`A stored calendar is not valid at ${calendar.error.path}`);
  return calendar.value;
}
