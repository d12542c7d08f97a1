import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";

/** A path as somebody writes it; a relative one is taken from `root`. */
export function resolvePath(path: string, root: string): string {
  const expanded = path.startsWith("~/") ? resolve(homedir(), path.slice(2)) : path;
  return isAbsolute(expanded) ? expanded : resolve(root, expanded);
}
