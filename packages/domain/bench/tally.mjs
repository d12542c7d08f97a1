// Many cases, one after the other: made, assessed, counted and forgotten.
import { onlineCases, onsiteCases } from "./cases.mjs";
import { assessOnline, assessOnsite } from "./contenders/signet.mjs";
import { createCaseCounter } from "../dist/index.js";

const CHUNK = 1000;
const MEGABYTE = 2 ** 20;

/** Half of them on-site, half online, never more than a chunk at a time. */
function* assessments(count) {
  for (let made = 0; made < count; made += CHUNK) {
    const half = CHUNK / 2;
    for (const { facts, asOf } of onsiteCases(half, made)) yield assessOnsite(facts, asOf);
    for (const { facts, asOf } of onlineCases(half, made)) yield assessOnline(facts, asOf);
  }
}

/** Bytes that are really in use, garbage collected. */
function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

export function measureTally(count) {
  const counter = createCaseCounter("2026Q3").value;
  const readings = [];
  const every = Math.max(CHUNK, Math.floor(count / 20));
  for (const one of assessments(Math.min(count, 20_000))) void one.state;
  const before = heap();
  const began = process.cpuUsage();
  let lastOfHeap = 0;
  let counted = 0;
  let collecting = 0;
  for (const assessment of assessments(count)) {
    counter.add(assessment);
    counted += 1;
    if (counted - lastOfHeap < every) continue;
    lastOfHeap = counted;
    const paused = process.cpuUsage();
    readings.push(heap());
    const { user, system } = process.cpuUsage(paused);
    collecting += user + system;
  }
  const { user, system } = process.cpuUsage(began);
  const after = heap();
  return {
    cases: counted,
    seconds: (user + system - collecting) / 1e6,
    heap: { before, peak: Math.max(...readings), after },
    tally: counter.tally(),
  };
}
