// Short slices, one contender after the other, many times over: what disturbs the machine disturbs all.
import { postgresCpu, spentBetween } from "./postgres-cpu.mjs";

async function slice({ contender, origin, request }, { load, postmaster, connections, seconds }) {
  const before = { server: await contender.ask("cpu"), postgres: postgresCpu(postmaster) };
  const {
    requests,
    seconds: took,
    p50,
    p99,
  } = await load.ask({ origin, request, connections, seconds });
  const server = (await contender.ask("cpu")) - before.server;
  const postgres = spentBetween(before.postgres, postgresCpu(postmaster));
  return {
    throughput: requests / took,
    p50,
    p99,
    serverCpu: server / requests,
    postgresCpu: postgres / requests,
  };
}

/** A compiler that watches the program needs calls, not seconds: as many for everybody. */
export async function warmUp(entries, { load, connections, requests }) {
  for (const { origin, request } of entries)
    await load.ask({ origin, request, connections, seconds: 0, atLeast: requests });
}

/** The slices of each contender, in the order of the rounds; each round begins with another one. */
export async function measureInTurns(entries, { rounds, ...settings }, onRound = () => {}) {
  const slices = new Map(entries.map(({ title }) => [title, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % entries.length;
    const order = [...entries.slice(first), ...entries.slice(0, first)];
    for (const entry of order) slices.get(entry.title).push(await slice(entry, settings));
    onRound(round + 1);
  }
  return slices;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of one contender's slices, and of its share of another's in the same round. */
export function summarise(slices, limit) {
  const of = (figure) => median(slices.map((one) => one[figure]));
  const share = (ratio) => median(slices.map((one, round) => ratio(one, limit[round])));
  return {
    throughput: of("throughput"),
    p50: of("p50"),
    p99: of("p99"),
    serverCpu: of("serverCpu"),
    postgresCpu: of("postgresCpu"),
    shareOfThroughput: share((one, other) => one.throughput / other.throughput),
    shareOfCpu: share((one, other) => other.serverCpu / one.serverCpu),
  };
}
