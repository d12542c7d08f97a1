import { formatDay } from "../calendar/local-date.ts";
import { quarterOf, REGULATION_EFFECTIVE_FROM } from "../calendar/quarter.ts";
import { isResidentId } from "../identity-number/resident-id.ts";
import { isUscc } from "../identity-number/uscc.ts";
import { fieldOf } from "../input/fields.ts";
import type { Fields } from "../input/fields.ts";
import { readDay, readString } from "../input/scalars.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { ok } from "../result.ts";
import { assessScorecard } from "../scorecard/assess.ts";
import { readScorecardFacts } from "../scorecard/read-facts.ts";
import { ComplaintCount } from "../vocabulary.ts";
import { caseKind } from "./case-kind.ts";
import { lowerWords } from "./optional.ts";

const date = (fields: Fields, name: string): string =>
  formatDay(readDay(fieldOf(fields, name), `/${name}`));
const value = (fields: Fields): string => readString(fieldOf(fields, "value"), "/value");

const words = lowerWords(ComplaintCount);

/** A scorecard. */
export const runScorecard = caseKind(
  ["facts"],
  (fields) =>
    readScorecardFacts(fieldOf(fields, "facts"), "/facts", defaultPolicy.parameters, words),
  (facts) => {
    const card = assessScorecard(facts);
    return card.ok ? ok({ rows: card.value.rows, overlay: card.value.overlay }) : card;
  },
);

/** The quarter of a day. */
export const runQuarter = caseKind(
  ["date", "effectiveFrom"],
  (fields) => ({
    day: date(fields, "date"),
    effectiveFrom:
      fieldOf(fields, "effectiveFrom") === undefined
        ? REGULATION_EFFECTIVE_FROM
        : date(fields, "effectiveFrom"),
  }),
  ({ day, effectiveFrom }) => {
    const quarter = quarterOf(day, effectiveFrom);
    return quarter.ok ? ok({ ...quarter.value }) : quarter;
  },
);

/** A unified social credit code. */
export const runUscc = caseKind(["value"], value, (code) => ok({ valid: isUscc(code) }));

/** A resident identity number. */
export const runResidentId = caseKind(
  ["value", "on"],
  (fields) => ({ number: value(fields), on: date(fields, "on") }),
  ({ number, on }) => ok({ valid: isResidentId(number, on) }),
);
