// Invented cases, the same at every run: instants in epoch milliseconds, spread over one quarter.

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The first instant of 2026Q3 at the hall. */
const QUARTER_FROM = Date.parse("2026-07-01T00:00:00+08:00");
const QUARTER_DAYS = 92;

/** A sequence of whole numbers below a bound, by a linear congruence (Numerical Recipes). */
export function sequence(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const reasons = ["APPLICANT_ABSENT", "PAYMENT_FAILED", "PLATFORM_OUTAGE", "POWER_OR_NETWORK"];

/** None to three pauses, in order; now and then one that was struck out, overlaps, or has no end. */
function pausesFrom(receivedAt, below) {
  let from = receivedAt;
  return Array.from({ length: below(4) }, () => {
    from += below(8 * MINUTE_MS);
    const to = from + below(10 * MINUTE_MS);
    const pause = {
      from,
      to: below(50) === 0 ? null : to,
      reason: reasons[below(reasons.length)],
      voided: below(20) === 0,
    };
    from = below(10) === 0 ? from : to;
    return pause;
  });
}

/** Received at any time of opening hours of the quarter; most are done, some open, some cancelled. */
export function onsiteCases(count, seed = 1) {
  const below = sequence(seed);
  return Array.from({ length: count }, () => {
    const receivedAt = QUARTER_FROM + below(QUARTER_DAYS) * DAY_MS + (510 + below(480)) * MINUTE_MS;
    const ended = receivedAt + below(50 * MINUTE_MS);
    const kind = below(20);
    return {
      facts: {
        arrivedAt: receivedAt - below(10 * MINUTE_MS),
        receivedAt,
        completedAt: kind < 17 ? ended : null,
        cancelledAt: kind === 17 ? ended : null,
        pauses: pausesFrom(receivedAt, below),
      },
      asOf: receivedAt + below(60 * MINUTE_MS),
    };
  });
}

/** Received around the clock; done and mailed within a day and a half, or not yet, or cancelled. */
export function onlineCases(count, seed = 2) {
  const below = sequence(seed);
  return Array.from({ length: count }, () => {
    const receivedAt = QUARTER_FROM + below(QUARTER_DAYS * DAY_MS);
    const completedAt = receivedAt + below(1.2 * DAY_MS);
    const delivery = below(4) === 0 ? "PICKUP" : "MAIL";
    const kind = below(20);
    return {
      facts: {
        receivedAt,
        delivery,
        completedAt: kind < 17 ? completedAt : null,
        mailedAt: kind < 16 && delivery === "MAIL" ? completedAt + below(0.3 * DAY_MS) : null,
        cancelledAt: kind === 17 ? completedAt : null,
      },
      asOf: receivedAt + below(2 * DAY_MS),
    };
  });
}
