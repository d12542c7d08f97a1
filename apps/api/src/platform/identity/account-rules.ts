import { type AccountRules, accountRulesOn, defaultPolicy, localDayOf } from "@signet/domain";

/** The account rules in force at an instant, by the centre's calendar. */
export const accountRulesAt = (now: Date): AccountRules =>
  accountRulesOn(localDayOf(now.getTime(), defaultPolicy.parameters.zone));
