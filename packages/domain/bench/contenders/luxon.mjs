// The same arithmetic as it is written with luxon, in the hall's zone.
import { DateTime } from "luxon";

const zone = "Asia/Shanghai";
const LIMIT = { minutes: 30 };

const at = (instant) => DateTime.fromMillis(instant, { zone });

export function assessOnsite(facts, asOf) {
  const { completedAt, cancelledAt } = facts;
  const receivedAt = at(facts.receivedAt);
  const event = completedAt ?? cancelledAt;
  const end = at(event ?? asOf);
  let pausedMs = 0;
  let dueAt = receivedAt.plus(LIMIT);
  let paused = false;
  let reached = receivedAt;
  for (const pause of facts.pauses) {
    if (pause.voided) continue;
    const from = DateTime.max(at(pause.from), reached);
    const until = pause.to ?? event;
    const to = until === null ? null : at(until);
    if (to !== null && to <= from) continue;
    if (from < dueAt) dueAt = to === null ? null : dueAt.plus(to.diff(from));
    if (from < end) pausedMs += (to === null ? end : DateTime.min(to, end)).diff(from).toMillis();
    if (from.toMillis() <= asOf && (to === null || asOf < to.toMillis())) paused = true;
    if (to === null) break;
    reached = to;
  }
  const limitMs = receivedAt.plus(LIMIT).diff(receivedAt).toMillis();
  const elapsedMs = Math.max(0, end.diff(receivedAt).toMillis()) - pausedMs;
  let state = "RUNNING";
  if (elapsedMs > limitMs) state = "BREACHED";
  else if (completedAt !== null) state = "MET";
  else if (cancelledAt !== null) state = "CANCELLED";
  else if (paused) state = "PAUSED";
  return {
    state,
    elapsedMs,
    pausedMs,
    remainingMs: limitMs - elapsedMs,
    dueAt: dueAt?.toMillis() ?? null,
  };
}

export function assessOnline(facts, asOf) {
  const received = at(facts.receivedAt);
  const cutoff = received.set({ hour: 17, minute: 30, second: 0, millisecond: 0 });
  const due = received >= cutoff ? received.plus({ days: 1 }) : received;
  const dueAt = due.startOf("day").plus({ days: 1 });
  const completion = milestone(facts.completedAt, facts.cancelledAt, dueAt, asOf);
  const mailing =
    facts.delivery === "PICKUP"
      ? "NOT_APPLICABLE"
      : milestone(facts.mailedAt, facts.cancelledAt, dueAt, asOf);
  let state = "MET";
  if (completion === "BREACHED" || mailing === "BREACHED") state = "BREACHED";
  else if (completion === "CANCELLED" || mailing === "CANCELLED") state = "CANCELLED";
  else if (completion === "RUNNING" || mailing === "RUNNING") state = "RUNNING";
  return { state, dueDay: due.toISODate(), dueAt: dueAt.toMillis(), completion, mailing };
}

function milestone(instant, cancelledAt, dueAt, asOf) {
  if (instant !== null) return at(instant) < dueAt ? "MET" : "BREACHED";
  if (cancelledAt !== null) return at(cancelledAt) < dueAt ? "CANCELLED" : "BREACHED";
  return at(asOf) < dueAt ? "RUNNING" : "BREACHED";
}
