// Slices in turns: noise that lasts longer than a round hits all contenders alike.

/** Results that are kept for a while, so that none can be left unmade. */
const kept = Array.from({ length: 1024 }, () => null);

/**
 * A loop of its own for each contender, compiled from the same text: one that is shared would be
 * optimised for whoever ran first.
 */
function loopOver(assess) {
  return new Function(
    "assess",
    "kept",
    `return (cases, passes) => {
      for (let pass = 0; pass < passes; pass += 1)
        for (let index = 0; index < cases.length; index += 1)
          kept[index & 1023] = assess(cases[index].facts, cases[index].asOf);
    };`,
  )(assess, kept);
}

/** Processor time of the whole process in microseconds: collecting its garbage is a contender's own. */
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

function slice(loop, cases, passes) {
  globalThis.gc?.();
  const began = processorTime();
  loop(cases, passes);
  return (processorTime() - began) / (passes * cases.length);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians of each contender's microseconds an assessment, and of its share of the round's limit. */
export function measureInTurns(contenders, cases, { rounds, milliseconds }) {
  const runners = Object.entries(contenders).map(([name, assess]) => {
    const loop = loopOver(assess);
    for (let warm = 0; warm < 6; warm += 1) loop(cases, name === "luxon" ? 1 : 20);
    const passes = Math.max(
      1,
      Math.round((milliseconds * 1000) / (slice(loop, cases, 1) * cases.length)),
    );
    return { name, loop, passes, times: [] };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < runners.length; turn += 1) {
      const { loop, passes, times } = runners[(round + turn) % runners.length];
      times.push(slice(loop, cases, passes));
    }
  }
  const of = Object.fromEntries(runners.map(({ name, times }) => [name, times]));
  const shareOf = (name, other) => median(of[name].map((time, round) => of[other][round] / time));
  return Object.fromEntries(
    runners.map(({ name }) => [
      name,
      {
        perSecond: 1e6 / median(of[name]),
        ofLimit: shareOf(name, "limit"),
        timesLuxon: shareOf(name, "luxon"),
      },
    ]),
  );
}
