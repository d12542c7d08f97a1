import { readonly, ref } from "vue";

import { expired } from "./session.ts";

/** Milliseconds of silence after which the picture is called stale: three missed pings. */
const longestSilence = 45_000;
const retryAfter = 3_000;

const offset = ref(0);
const sequence = ref(0);
const stale = ref(false);
const now = ref(Date.now());

let source: EventSource | null = null;
let heardAt = Date.now();
let retry: ReturnType<typeof setTimeout> | undefined;

/** What the server tells of itself: its time, its newest act, and whether it is heard at all. */
export const live = {
  /** The server's clock, in milliseconds, renewed every second. */
  now: readonly(now),
  /** Grows with every act; whoever shows what acts change reads again when it does. */
  sequence: readonly(sequence),
  stale: readonly(stale),
};

/** Takes the server's clock from an instant it has just said. */
export function noteServerTime(instant: string): void {
  offset.value = Date.parse(instant) - Date.now();
  now.value = Date.now() + offset.value;
}

function heard(): void {
  heardAt = Date.now();
  stale.value = false;
}

export function openStream(): void {
  if (source) return;
  clearTimeout(retry);
  const stream = new EventSource("/events");
  source = stream;
  stream.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data as string) as { sequence: number; asOf: string };
    noteServerTime(hello.asOf);
    sequence.value = hello.sequence;
    heard();
  });
  stream.addEventListener("act", (event) => {
    sequence.value = (JSON.parse(event.data as string) as { sequence: number }).sequence;
    heard();
  });
  stream.addEventListener("ping", heard);
  stream.addEventListener("error", () => {
    stale.value = true;
    // A browser gives a refused stream up for good; the server may be back in a moment.
    if (stream.readyState !== EventSource.CLOSED) return;
    closeStream();
    retry = setTimeout(() => void openAgain(), retryAfter);
  });
}

/** A stream does not say why it is refused: where the session has ended, its reader is asked back. */
async function openAgain(): Promise<void> {
  const stop = new AbortController();
  const status = await fetch("/events", { signal: stop.signal }).then(
    (answer) => answer.status,
    () => 0,
  );
  stop.abort();
  if (status === 401) expired.value = true;
  else openStream();
}

export function closeStream(): void {
  clearTimeout(retry);
  source?.close();
  source = null;
}

setInterval(() => {
  now.value = Date.now() + offset.value;
  if (source && Date.now() - heardAt > longestSilence) stale.value = true;
}, 1000);
