// The rules as they are published: input is checked, policy, calendar and zone are looked at.
import {
  assessOnline as online,
  assessOnsite as onsite,
  defaultPolicy,
  ordinaryCalendar,
} from "../../dist/index.js";

/** The answer of a rule that was not refused. */
function valueOf(result) {
  if (!result.ok) throw new Error(`${result.error.reason} at ${result.error.path}`);
  return result.value;
}

export const assessOnsite = (facts, asOf) =>
  valueOf(onsite(facts, defaultPolicy, ordinaryCalendar, asOf));
export const assessOnline = (facts, asOf) =>
  valueOf(online(facts, defaultPolicy, ordinaryCalendar, asOf));
