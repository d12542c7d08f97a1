/** In order of preference where two are equally frequent. */
const SEPARATORS = [",", "\t", ";"];

/** The separator that the heading uses most, not counting what stands in quotes. */
export function detectSeparator(heading: string): string {
  const bare = heading.replace(/"[^"]*"/gu, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** `sep=;` in the first line tells Excel the separator; Excel shows no row for it. */
export function declaredSeparator(line: string): string | undefined {
  return /^"?sep=([,;\t|])"?$/iu.exec(line.trimStart())?.[1];
}
