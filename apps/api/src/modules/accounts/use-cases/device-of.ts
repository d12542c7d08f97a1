import { parse } from "bowser";

const longest = 60;

/** Browser and system in few words, such as "Chrome · Windows"; null where nothing is known of them. */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = parse(userAgent.slice(0, 400));
  const words = [browser.name, os.name].filter((word) => word !== undefined && word !== "");
  return words.length > 0 ? words.join(" · ").slice(0, longest) : null;
}
