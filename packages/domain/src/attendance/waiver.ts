import { fieldOf, readObject } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { readWhole, readWord } from "../input/scalars.ts";
import type { ShiftEdge } from "./edges.ts";

/** An edge that somebody excused. */
export interface Waiver {
  readonly shift: number;
  readonly edge: ShiftEdge;
}

const edges: ReadonlyMap<string, ShiftEdge> = new Map([
  ["IN", "IN"],
  ["OUT", "OUT"],
  ["BOTH", "BOTH"],
]);

/** Reads a waiver of one of so many shifts; without their number, of whatever shift it says. */
export function readWaiver(value: unknown, path: string, shifts = Infinity): Waiver {
  const fields = readObject(value, path);
  const shift = readWhole(fieldOf(fields, "shift"), `${path}/shift`);
  if (shift >= shifts) refuse(`${path}/shift`, "NO_SUCH_SHIFT");
  return { shift, edge: readWord(fieldOf(fields, "edge"), `${path}/edge`, edges) };
}
