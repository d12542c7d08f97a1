// The limit: the arithmetic alone, by hand, for a fixed offset of +08:00, 30 minutes and 17:30. It
// checks nothing, knows no calendar, no other zone, no other reading and no other policy.

const LIMIT_MS = 30 * 60_000;
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const CUTOFF_MS = 17.5 * 3_600_000;

export function assessOnsite(facts, asOf) {
  const { receivedAt, completedAt, cancelledAt } = facts;
  const event = completedAt ?? cancelledAt;
  const end = event ?? asOf;
  let pausedMs = 0;
  let dueAt = receivedAt + LIMIT_MS;
  let paused = false;
  // Pauses come in the order of their starts; `reached` is where the last one ended.
  let reached = receivedAt;
  for (const pause of facts.pauses) {
    if (pause.voided) continue;
    const from = pause.from > reached ? pause.from : reached;
    const to = pause.to ?? event ?? Infinity;
    if (to <= from) continue;
    reached = to;
    if (from < dueAt) dueAt = to === Infinity ? null : dueAt + (to - from);
    if (from < end) pausedMs += (to < end ? to : end) - from;
    if (from <= asOf && asOf < to) paused = true;
  }
  const elapsedMs = (end > receivedAt ? end - receivedAt : 0) - pausedMs;
  let state = "RUNNING";
  if (elapsedMs > LIMIT_MS) state = "BREACHED";
  else if (completedAt !== null) state = "MET";
  else if (cancelledAt !== null) state = "CANCELLED";
  else if (paused) state = "PAUSED";
  return { state, elapsedMs, pausedMs, remainingMs: LIMIT_MS - elapsedMs, dueAt };
}

export function assessOnline(facts, asOf) {
  const local = facts.receivedAt + OFFSET_MS;
  const day = Math.floor(local / DAY_MS);
  const dueDay = local - day * DAY_MS >= CUTOFF_MS ? day + 1 : day;
  const dueAt = (dueDay + 1) * DAY_MS - OFFSET_MS;
  const completion = milestone(facts.completedAt, facts.cancelledAt, dueAt, asOf);
  const mailing =
    facts.delivery === "PICKUP"
      ? "NOT_APPLICABLE"
      : milestone(facts.mailedAt, facts.cancelledAt, dueAt, asOf);
  let state = "MET";
  if (completion === "BREACHED" || mailing === "BREACHED") state = "BREACHED";
  else if (completion === "CANCELLED" || mailing === "CANCELLED") state = "CANCELLED";
  else if (completion === "RUNNING" || mailing === "RUNNING") state = "RUNNING";
  return { state, dueDay, dueAt, completion, mailing };
}

function milestone(at, cancelledAt, dueAt, asOf) {
  if (at !== null) return at < dueAt ? "MET" : "BREACHED";
  if (cancelledAt !== null) return cancelledAt < dueAt ? "CANCELLED" : "BREACHED";
  return asOf < dueAt ? "RUNNING" : "BREACHED";
}

/** The due day as text, which the arithmetic itself does not need. */
export const dayText = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
