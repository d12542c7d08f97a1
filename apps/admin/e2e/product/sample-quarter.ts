import { join } from "node:path";

const demo = join(import.meta.dirname, "../../../api/demo");

/** A quarter of service records as vendors export it, and how many of them are clean. */
export const sampleQuarter = {
  file: join(demo, "cases-2026Q3.csv"),
  clean: 1329,
  /** On-site cases of 江苏翔晟CA, and those of them that took longer than allowed. */
  onsite: { vendor: "江苏翔晟CA", cases: 365, late: 34 },
} as const;
