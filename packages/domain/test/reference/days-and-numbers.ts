import { Temporal } from "temporal-polyfill";

/** FORMAT.md, "quarter". */
export function quarter(given: { readonly date: string; readonly effectiveFrom?: string }): object {
  const date = Temporal.PlainDate.from(given.date);
  const effective = Temporal.PlainDate.from(given.effectiveFrom ?? "2024-08-28");
  const compare = Temporal.PlainDate.compare;
  const first = date.with({ day: 1, month: date.month - ((date.month - 1) % 3) });
  const last = first.add({ months: 3 }).subtract({ days: 1 });
  const over = compare(last, effective) < 0;
  const partial = compare(effective, first) > 0 && !over;
  return {
    quarter: `${String(date.year).padStart(4, "0")}Q${(first.month + 2) / 3}`,
    inScope: compare(date, effective) >= 0,
    from: over ? null : (partial ? effective : first).toString(),
    to: over ? null : last.toString(),
    partial,
  };
}

/** FORMAT.md, "uscc": the weighted sum and the check character together are a multiple of 31. */
export function uscc({ value }: { readonly value: string }): object {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const values = [...value].map((character) => alphabet.indexOf(character));
  const sound = values.length === 18 && values.every((one) => one >= 0);
  const digits = values.slice(2, 8).every((one) => one <= 9);
  const sum = values
    .slice(0, 17)
    .reduce((total, one, index) => total + BigInt(one) * 3n ** BigInt(index), 0n);
  return { valid: sound && digits && (sum + BigInt(values[17] ?? 0)) % 31n === 0n };
}

/** FORMAT.md, "residentId": ISO 7064 MOD 11-2 in its recursive form ends in 1. */
export function residentId(given: { readonly value: string; readonly on: string }): object {
  const { value, on } = given;
  if (!/^[0-9]{17}[0-9X]$/.test(value) || value.length !== 18) return { valid: false };
  let rest = 0;
  for (const character of value.slice(0, 17)) rest = ((rest + Number(character)) * 2) % 11;
  const check = value.endsWith("X") ? 10 : Number(value[17]);
  const text = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  let born: string;
  try {
    born = Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    return { valid: false };
  }
  const alive = born >= "1850-01-01" && born <= on;
  return { valid: alive && (rest + check) % 11 === 1 };
}
