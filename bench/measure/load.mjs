// Sends one request over and over on a few connections that stay open, and times each answer.
import { Pool } from "undici";

const pools = new Map();

function poolFor(origin, connections) {
  const known = pools.get(origin);
  if (known) return known;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  pools.set(origin, pool);
  return pool;
}

async function run({ origin, request, connections, seconds, atLeast = 0 }) {
  const pool = poolFor(origin, connections);
  const times = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const repeat = async () => {
    for (let sent = begun; sent < end || times.length < atLeast;) {
      sent = performance.now();
      const { statusCode, body } = await pool.request(request);
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${origin} answered ${statusCode}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, repeat));
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { requests: times.length, seconds: took, p50: at(0.5), p99: at(0.99) };
}

process.on("message", async (order) => process.send(await run(order)));
process.on("disconnect", () => process.exit());
process.send("ready");
