import { Channel, Delivery, isLocalDate, PauseReason } from "@signet/domain";

import { isReadable } from "./assess-trial.ts";
import { instantOf, localText } from "./local-text.ts";
import { type TrialCase, type TrialDay, type TrialPause, type TrialTime } from "./trial-case.ts";
import { parametersOf } from "./trial-policy.ts";

/** The parameters of an address as a router reads them. */
export type Query = Readonly<
  Record<string, string | null | readonly (string | null)[] | undefined>
>;

const timeNames = [
  ["received", "receivedAt"],
  ["completed", "completedAt"],
  ["mailed", "mailedAt"],
  ["cancelled", "cancelledAt"],
  ["now", "asOf"],
] as const satisfies readonly (readonly [string, TrialTime])[];
const dayNames = [
  ["dayOff", "DAY_OFF"],
  ["makeUp", "MAKE_UP"],
] as const satisfies readonly (readonly [string, TrialDay])[];
const joint = "~";
const voidedMark = "voided";
/** More than anybody types; an address is anybody's. */
const mostOf = { pause: 20, dayOff: 60, makeUp: 60 } as const;

/** The names of a channel's address; what others add to an address on its way is left alone. */
const namesOf = (channel: Channel): readonly string[] => [
  "channel",
  ...timeNames.map(([name]) => name),
  "delivery",
  ...parametersOf(channel).map(({ key }) => key),
  ...Object.keys(mostOf),
];

const lower = (word: string): string => word.toLowerCase();
/** A space in an address is not to be read. */
const written = (text: string): string => {
  const instant = instantOf(text);
  return instant === null ? "" : localText(instant).replace(" ", "T");
};
/** As it is shown in a field; what is no time stays what it is. */
const shown = (text: string): string => {
  const instant = instantOf(text);
  return instant === null ? text : localText(instant);
};

/** A trial as the parameters of an address: what matters to its channel, and no defaults of the policy. */
export function addressOf(trial: TrialCase): Record<string, string | string[]> {
  const isOnline = trial.channel === "ONLINE";
  const query: Record<string, string | string[]> = { channel: lower(trial.channel) };
  for (const [name, key] of timeNames) {
    const text = written(trial[key]);
    if (text !== "" && (isOnline || key !== "mailedAt")) query[name] = text;
  }
  if (isOnline) query.delivery = lower(trial.delivery);
  else if (trial.pauses.length > 0)
    query.pause = trial.pauses.map(({ from, to, reason, voided }) =>
      [written(from), written(to), reason, ...(voided ? [voidedMark] : [])].join(joint),
    );
  for (const { key } of parametersOf(trial.channel)) {
    const value = trial.values[key];
    if (value !== undefined) query[key] = value;
  }
  for (const [name, as] of dayNames) {
    const days = Object.keys(trial.days).filter((date) => trial.days[date] === as);
    if (days.length > 0) query[name] = days.sort();
  }
  return query;
}

/** What is in an address: a trial, nothing of ours, or something that is none. */
export type ReadAddress =
  | { readonly kind: "trial"; readonly trial: TrialCase }
  | { readonly kind: "nothing" }
  | { readonly kind: "damaged" };

const damaged: ReadAddress = { kind: "damaged" };

/** Reads an address as strictly as it is written, for anybody may have made it. */
export function readAddress(query: Query): ReadAddress {
  const given = new Map(
    Object.entries(query).filter(
      (entry): entry is [string, NonNullable<Query[string]>] => entry[1] != null,
    ),
  );
  const all = Object.values(Channel).flatMap(namesOf);
  if (!all.some((name) => given.has(name))) return { kind: "nothing" };
  const one = (name: string): string | undefined => {
    const value = given.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const many = (name: keyof typeof mostOf): readonly string[] | null => {
    const list = [given.get(name) ?? []].flat();
    return list.length <= mostOf[name] && list.every((item) => typeof item === "string")
      ? (list as string[])
      : null;
  };
  const isListed = (name: string): boolean => name in mostOf;
  if (all.some((name) => !isListed(name) && given.has(name) && one(name) === undefined))
    return damaged;
  const channel = Object.values(Channel).find((word) => lower(word) === one("channel"));
  const delivery = Object.values(Delivery).find(
    (word) => lower(word) === (one("delivery") ?? "mail"),
  );
  const pauses = many("pause")?.map(readPause);
  const days = new Map<string, TrialDay>();
  for (const [name, as] of dayNames) {
    const list = many(name);
    if (list === null || !list.every((date) => isLocalDate(date) && !days.has(date)))
      return damaged;
    for (const date of list) days.set(date, as);
  }
  if (!channel || !delivery || !pauses || pauses.includes(null)) return damaged;
  const times = Object.fromEntries(timeNames.map(([name, key]) => [key, shown(one(name) ?? "")]));
  const trial: TrialCase = {
    channel,
    delivery,
    ...(times as Record<TrialTime, string>),
    pauses: pauses as readonly TrialPause[],
    values: Object.fromEntries(
      parametersOf(channel).flatMap(({ key }) => {
        const value = one(key);
        return value === undefined ? [] : [[key, value]];
      }),
    ),
    days: Object.fromEntries(days),
  };
  return isReadable(trial) ? { kind: "trial", trial } : damaged;
}

function readPause(text: string): TrialPause | null {
  const [from = "", to = "", word, mark, ...more] = text.split(joint);
  const reason = Object.values(PauseReason).find((known) => known === word);
  if (!reason || more.length > 0 || (mark !== undefined && mark !== voidedMark)) return null;
  return { from: shown(from), to: shown(to), reason, voided: mark === voidedMark };
}
