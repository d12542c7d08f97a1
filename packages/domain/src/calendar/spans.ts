/** A span of time: epoch milliseconds, the end not included. */
export type Span = readonly [from: number, to: number];

/** Spans in order. */
export type Spans = readonly Span[];

/** The same time as spans in order that neither overlap nor touch; empty ones are dropped. */
export function uniteSpans(spans: Spans): Spans {
  const united: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= from) continue;
    const last = united[united.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united;
}
