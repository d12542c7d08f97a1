/** Somebody is there who has touched the page within a minute. */
const touchedMs = 60_000;

let touchedAt = Date.now();
let unattended = false;

for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"])
  addEventListener(sign, () => void (touchedAt = Date.now()), { passive: true, capture: true });

/** Whether what the page asks now is asked by somebody; a session sleeps in after a while without. */
export const isAttended = (): boolean => unattended || Date.now() - touchedAt < touchedMs;

/** A screen that nobody touches and that is to go on all the same; answers how to end that. */
export function goOnUnattended(): () => void {
  unattended = true;
  return () => void (unattended = false);
}
