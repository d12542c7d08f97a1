// Tables for people.
import { availableParallelism } from "node:os";

const columns = [
  ["requests/s", ({ throughput }) => throughput.toFixed(0)],
  ["p50 ms", ({ p50 }) => p50.toFixed(1)],
  ["p99 ms", ({ p99 }) => p99.toFixed(1)],
  ["server µs", ({ serverCpu }) => serverCpu.toFixed(0)],
  ["PostgreSQL µs", ({ postgresCpu }) => postgresCpu.toFixed(0)],
];
const shares = [
  ["of the limit: CPU", ({ shareOfCpu }) => shareOfCpu.toFixed(2)],
  ["throughput", ({ shareOfThroughput }) => shareOfThroughput.toFixed(2)],
];

export function print(mode, figures, { rounds, seconds, connections, cases }) {
  const shown = mode === "growth" ? columns : [...columns, ...shares];
  const rows = [
    ["", ...shown.map(([heading]) => heading)],
    ...figures.map((one) => [one.title, ...shown.map(([, cell]) => cell(one))]),
  ];
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  for (const [first, ...rest] of rows) {
    const cells = rest.map((cell, index) => cell.padStart(widths[index + 1]));
    console.log([first.padEnd(widths[0]), ...cells].join("  "));
  }
  const what = mode === "growth" ? "the product alone" : `${cases} cases`;
  console.log(
    `\n${what}; medians of ${rounds} alternating slices of ${seconds} s, ${connections} connections; ` +
      `µs are CPU time a request; ${availableParallelism()} cores, Node ${process.version}.`,
  );
  if (mode === "growth") return;
  console.log("Shares are medians of each round's own ratio.");
}
