// Tables for people.
import { availableParallelism } from "node:os";

const names = { limit: "by hand, +08:00 (the limit)", signet: "Signet", luxon: "luxon" };

export function printClocks(clocks, { rounds, milliseconds }) {
  for (const { title, figures } of clocks) {
    console.log(`${title.padEnd(30)} assessments/s   of the limit   times luxon`);
    for (const [name, { perSecond, ofLimit, timesLuxon }] of Object.entries(figures)) {
      const cells = [
        Math.round(perSecond).toLocaleString("en").padStart(13),
        ofLimit.toPrecision(2).padStart(14),
        timesLuxon.toFixed(timesLuxon < 10 ? 1 : 0).padStart(13),
      ];
      console.log(`  ${names[name].padEnd(28)} ${cells.join(" ")}`);
    }
  }
  console.log(
    `\nWithout the trace. Medians of ${rounds} alternating slices of ${milliseconds} ms of processor time; shares are ` +
      `medians of each round's own ratio; ${availableParallelism()} cores, Node ${process.version}.`,
  );
}

export function printTally({ cases, seconds, heap, tally }) {
  const { before, peak, after } = heap;
  const megabytes = (value) => `${value.toFixed(1)} MB`;
  console.log(
    `\n${cases.toLocaleString("en")} cases made, assessed and counted in one pass: ${seconds.toFixed(1)} s of processor time; ` +
      `heap in use ${megabytes(before)} before, ${megabytes(peak)} at most, ${megabytes(after)} after.`,
  );
  console.log(JSON.stringify(tally));
}
