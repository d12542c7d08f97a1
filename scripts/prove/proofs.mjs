// Every proof that `npm run prove` runs, one a line: its file, its parameters, and those of --quick.
// A proof of 0 exit status holds; its figures are the last line of JSON that it prints, if it prints one.
export const proofs = [
  ["embedded-crash", "--cycles 50", "--cycles 6 --first-boots 2"],
  ["embedded-second-start", "", ""],
  ["product-crash", "--cycles 1000", "--cycles 6 --first-boots 2 --migrations 1"],
  ["database-restarts", "--restarts 100", "--restarts 3 --freezes 1"],
  ["database-restarts", "--restarts 100 --embedded", "--restarts 3 --freezes 1 --embedded"],
  ["races", "--acts 10000", "--acts 200"],
  ["cut-connections", "--mutations 10000", "--mutations 100"],
  ["disk-full", "", "--quick"],
  ["audit-tampering", "--tamperings 10000", "--tamperings 200"],
  ["personal-data", "--count 5000", "--count 50"],
  ["attacks", "--variants 200", "--variants 3"],
  ["hostile-uploads", "--files 2000", "--files 40"],
  ["import-under-load", "", "--lines 5000 --seconds 5"],
  ["domain-package", "", null],
  ["domain-page", "", null],
];
