import { expect, it } from "vitest";

import { TokenBuckets } from "./token-bucket.ts";

it("gives so much a minute, and comes back evenly", () => {
  const buckets = new TokenBuckets();
  expect(buckets.pay("a", 60, 100, 0)).toEqual({ isPaid: true, left: 40, wholeIn: 36, retryIn: 0 });
  expect(buckets.pay("a", 60, 100, 0)).toEqual({
    isPaid: false,
    left: 40,
    wholeIn: 36,
    retryIn: 12,
  });
  expect(buckets.pay("a", 60, 100, 11_999).isPaid).toBe(false);
  expect(buckets.pay("a", 60, 100, 12_000)).toMatchObject({ isPaid: true, left: 0 });
});

it("is each key's own, and never more than a minute's", () => {
  const buckets = new TokenBuckets();
  buckets.pay("a", 100, 100, 0);
  expect(buckets.pay("b", 100, 100, 0).isPaid).toBe(true);
  expect(buckets.pay("a", 101, 100, 600_000).isPaid).toBe(false);
  expect(buckets.pay("a", 100, 100, 600_000).isPaid).toBe(true);
});

it("gives nothing back where the clock goes back", () => {
  const buckets = new TokenBuckets();
  buckets.pay("a", 100, 100, 60_000);
  expect(buckets.pay("a", 1, 100, 0).isPaid).toBe(false);
});

it("forgets who came longest ago once there are too many", () => {
  const buckets = new TokenBuckets();
  buckets.pay("first", 100, 100, 0);
  for (let index = 0; index < 20_000; index += 1) buckets.pay(`${index}`, 1, 100, 0);
  expect(buckets.pay("first", 100, 100, 0).isPaid).toBe(true);
  expect(buckets.pay("19999", 100, 100, 0).isPaid).toBe(false);
});
