/** A stretch of time, its end not included, in which the offset is known to stay the same. */
export interface Stretch {
  to: number;
  readonly from: number;
  readonly offset: number;
}

/** The instant at which the offset changes within a span. */
export interface Change {
  readonly changesAt: number;
  readonly before: number;
  readonly after: number;
}

/** What was found of spans of equal length, by their number; a stretch stands at each that it reaches over. */
interface Spans {
  get(index: number): Stretch | Change | undefined;
  set(index: number, span: Stretch): void;
}

/**
 * One stretch of a span and what is known before and after it, where the offset is the same. Whoever
 * asks of a season then mostly asks the stretch found last.
 */
export function joined(spans: Spans, index: number, span: Stretch): Stretch {
  const before = spans.get(index - 1);
  const after = spans.get(index + 1);
  const whole = isLike(span, before) ? before : span;
  if (!isLike(span, after)) {
    whole.to = span.to;
    return whole;
  }
  whole.to = after.to;
  for (let next = index + 1; spans.get(next) === after; next += 1) spans.set(next, whole);
  return whole;
}

const isLike = (span: Stretch, other: Stretch | Change | undefined): other is Stretch =>
  other !== undefined && "offset" in other && other.offset === span.offset;
