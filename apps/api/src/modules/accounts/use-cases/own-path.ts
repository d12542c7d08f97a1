const longest = 1_000;
const anyOrigin = "https://signet.invalid";

/** A path of our own with what it asks; the start where it leads elsewhere, or back into signing in. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > longest || !wanted.startsWith("/")) return "/";
  // Browsers read a backslash as a slash and leave line breaks out: their own reading decides.
  const url = URL.parse(wanted, anyOrigin);
  if (!url || url.origin !== anyOrigin || /^\/{2}|^\/sign-in(?:\/|$)/.test(url.pathname))
    return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
