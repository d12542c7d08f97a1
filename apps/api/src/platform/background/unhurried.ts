import { setImmediate } from "node:timers/promises";

const atOnce = 50;

/** Maps a chunk in its order and lets whoever waits for this process in between. */
export async function mapUnhurried<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % atOnce === 0) await setImmediate();
    mapped.push(map(item));
  }
  return mapped;
}
