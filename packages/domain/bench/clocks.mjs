// A clock: Signet beside its limit and luxon, in turns within one process.
import { onlineCases, onsiteCases } from "./cases.mjs";
import * as byHand from "./contenders/by-hand.mjs";
import * as luxon from "./contenders/luxon.mjs";
import * as signet from "./contenders/signet.mjs";
import { measureInTurns } from "./slices.mjs";

const CASES = 8192;

const onsite = {
  title: "on-site",
  cases: () => onsiteCases(CASES),
  fields: ["state", "elapsedMs", "pausedMs", "remainingMs", "dueAt"],
  contenders: {
    limit: byHand.assessOnsite,
    signet: signet.assessOnsite,
    luxon: luxon.assessOnsite,
  },
};

/** By hand the due day is a number, which is all that the deadline needs. */
const online = {
  title: "online",
  cases: () => onlineCases(CASES),
  fields: ["state", "dueAt", "completion", "mailing"],
  contenders: {
    limit: byHand.assessOnline,
    signet: signet.assessOnline,
    luxon: luxon.assessOnline,
  },
};

/** The same where everybody writes the due day out, as a form or a row of a database needs it. */
const writtenOut = (assess) => (facts, asOf) => {
  const { state, dueDay, dueAt, completion, mailing } = assess(facts, asOf);
  return { state, dueDay, dueAt, completion, mailing };
};
const onlineDay = {
  title: "online, due day as text",
  cases: online.cases,
  fields: [...online.fields, "dueDay"],
  contenders: {
    limit: (facts, asOf) => {
      const { state, dueDay, dueAt, completion, mailing } = byHand.assessOnline(facts, asOf);
      return { state, dueDay: byHand.dayText(dueDay), dueAt, completion, mailing };
    },
    signet: writtenOut(signet.assessOnline),
    luxon: writtenOut(luxon.assessOnline),
  },
};

const subjects = { onsite, online, onlineDay };

/** Nothing is timed before all have given the same answers. */
function compare({ fields, contenders: { limit, ...rivals } }, cases) {
  for (const { facts, asOf } of cases) {
    const expected = limit(facts, asOf);
    for (const [name, assess] of Object.entries(rivals)) {
      const clock = assess(facts, asOf);
      const field = fields.find((one) => clock[one] !== expected[one]);
      if (field) throw new Error(`${name} differs in ${field}: ${JSON.stringify({ facts, asOf })}`);
    }
  }
}

export function measureClock(name, options) {
  const subject = subjects[name];
  const cases = subject.cases();
  compare(subject, cases.slice(0, 1024));
  return { title: subject.title, figures: measureInTurns(subject.contenders, cases, options) };
}
