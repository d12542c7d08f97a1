// One part of the benchmark in this process; its figures go to standard output as JSON.
const [part, ...parameters] = process.argv.slice(2);

const parts = {
  clocks: async (subject, rounds, milliseconds) => {
    const { measureClock } = await import("./clocks.mjs");
    return measureClock(subject, { rounds: Number(rounds), milliseconds: Number(milliseconds) });
  },
  tally: async (cases) => {
    const { measureTally } = await import("./tally.mjs");
    return measureTally(Number(cases));
  },
};
console.log(JSON.stringify(await parts[part](...parameters)));
