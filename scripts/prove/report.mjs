// The last word of a proof: its figures as one line of JSON, and whether they are what was promised.
// scripts/prove/all.mjs reads that line.
export function report(proof, figures, holds) {
  console.log(JSON.stringify({ proof, holds, ...figures }));
  process.exitCode = holds ? 0 : 1;
}
