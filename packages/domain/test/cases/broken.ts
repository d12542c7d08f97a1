import fc from "fast-check";

/** A case that is not sound any more, and where: the pointers at which the fault may be reported. */
export interface BrokenCase {
  readonly given: unknown;
  readonly paths: readonly string[];
}

type Place = readonly (string | number)[];

const nullable = new Set(["completedAt", "cancelledAt", "mailedAt", "to"]);
const optional = new Set([
  ...nullable,
  "policy",
  "calendar",
  "pauses",
  "voided",
  "waivers",
  "effectiveFrom",
  "limitMinutes",
  "counting",
  "zone",
  "cutoff",
  "nextDay",
  "graceMinutes",
  "doubleTapSeconds",
  "daysOff",
  "makeUpDays",
  "specialHours",
  "coverage",
  "tolerance",
  "minimum",
  "threshold",
  "counts",
]);

const pointer = (place: Place): string =>
  place.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Every place in a value, its own included. */
function* placesOf(value: unknown, place: Place = []): Generator<Place> {
  yield place;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* placesOf(inner, [...place, Array.isArray(value) ? Number(key) : key]);
}

const at = (value: unknown, place: Place): unknown =>
  place.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value);

/** A copy with one place changed. */
function changed(
  value: object,
  place: Place,
  change: (parent: never, step: never) => void,
): object {
  const copy = structuredClone(value);
  change(at(copy, place.slice(0, -1)) as never, place.at(-1) as never);
  return copy;
}

const wrong = fc.constantFrom<unknown>(null, true, -1, 1.5, 1e300, "", "x", "9", [], [[]], {});

/** Values that a place cannot hold, whatever it is called. */
function cannotHold(place: Place, old: unknown, value: unknown): boolean {
  const name = String(place.at(-1));
  if (value === null) return !nullable.has(name);
  // Any text is a number to be checked.
  if (typeof old === "string") return typeof value !== "string" || name !== "value";
  if (Array.isArray(old)) return !Array.isArray(value);
  if (typeof old === "object") return typeof value !== "object" || Array.isArray(value);
  return typeof value !== typeof old || typeof value === "number";
}

/** Sound cases with one thing spoilt: a value of the wrong kind, one too many, or one that is missing. */
export const broken = (sound: fc.Arbitrary<object>): fc.Arbitrary<BrokenCase> =>
  sound.chain((given) => {
    const places = [...placesOf(given)].filter((place) => place.length > 0);
    return fc
      .record({
        place: fc.constantFrom(...places),
        how: fc.constantFrom("replace", "replace", "remove", "add"),
        value: wrong,
      })
      .map(({ place, how, value }) => spoil(given, place, how, value))
      .filter((one) => one !== null);
  });

function spoil(given: object, place: Place, how: string, value: unknown): BrokenCase | null {
  const old = at(given, place);
  const path = pointer(place);
  const name = place.at(-1);
  if (how === "replace") {
    if (!cannotHold(place, old, value)) return null;
    const next = changed(given, place, (parent: Record<string, unknown>, step: string) => {
      parent[step] = value;
    });
    return { given: next, paths: [path] };
  }
  if (how === "remove") {
    const inList = typeof name === "number";
    const listed = place.includes("week") || place.includes("specialHours");
    if (inList || listed || optional.has(String(name))) return null;
    if (place[0] === "facts" && place.length === 2) return null;
    const next = changed(given, place, (parent: Record<string, unknown>, step: string) => {
      delete parent[step];
    });
    return { given: next, paths: [path] };
  }
  const next = structuredClone(given);
  const target = at(next, place);
  if (Array.isArray(target)) {
    target.push(null);
    return { given: next, paths: [`${path}/${target.length - 1}`, path] };
  }
  if (typeof target !== "object" || target === null) return null;
  (target as Record<string, unknown>)["a/b~c"] = value;
  return { given: next, paths: [`${path}/a~1b~0c`] };
}
