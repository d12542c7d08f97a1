// A line between a client and the product that breaks after a given number of bytes of one direction.
import { connect, createServer } from "node:net";

/** `plan()` says of each new connection where it breaks: { direction, after }, or null for never. */
export async function openCuttingProxy(target, plan) {
  const { hostname, port } = new URL(target);
  const server = createServer((client) => {
    const cut = plan();
    const upstream = connect(Number(port), hostname === "localhost" ? "localhost" : hostname);
    const breakOff = () => {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    const carry = (from, to, direction) => {
      let carried = 0;
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.on("data", (part) => {
        if (cut?.direction !== direction || carried + part.length <= cut.after) {
          carried += part.length;
          to.write(part);
          return;
        }
        // What was sent before the break still arrives.
        to.write(part.subarray(0, Math.max(0, cut.after - carried)), () => setImmediate(breakOff));
        from.pause();
      });
    };
    carry(client, upstream, "request");
    carry(upstream, client, "answer");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
