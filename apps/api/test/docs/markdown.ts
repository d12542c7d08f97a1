/** One fenced block of a Markdown file, with the heading it stands under. */
export interface FencedBlock {
  readonly heading: string;
  /** What stands behind the opening fence, such as `json variables`. */
  readonly info: string;
  readonly text: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** The text without its fenced blocks, and the blocks in their order. */
export function splitMarkdown(text: string): {
  readonly prose: readonly string[];
  readonly blocks: readonly FencedBlock[];
} {
  const prose: string[] = [];
  const blocks: FencedBlock[] = [];
  let heading = "";
  let open: { mark: string; info: string; lines: string[] } | null = null;
  for (const line of text.split("\n")) {
    const [, mark = "", info = ""] = fence.exec(line) ?? [];
    if (open) {
      if (mark && mark[0] === open.mark[0] && mark.length >= open.mark.length && !info.trim()) {
        blocks.push({ heading, info: open.info, text: open.lines.join("\n") });
        open = null;
      } else open.lines.push(line);
    } else if (mark) open = { mark, info: info.trim(), lines: [] };
    else {
      prose.push(line);
      heading = /^#{1,6} (.*)$/.exec(line)?.[1] ?? heading;
    }
  }
  return { prose, blocks };
}

/** The anchors that a page of this text offers, as hosting sites make them from headings. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = splitMarkdown(text).prose.flatMap((line) => {
    const title = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (title === undefined) return [];
    const slug = title
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return [before === 0 ? slug : `${slug}-${before}`];
  });
  return new Set(anchors);
}

/** Where the text's links and pictures lead, in their order. */
export function linksOf(text: string): readonly string[] {
  const prose = splitMarkdown(text)
    .prose.join("\n")
    .replaceAll(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const html = [...prose.matchAll(/\b(?:src|href|srcset)="([^"]+)"/g)];
  return [...inline, ...html].map(([, target = ""]) => target);
}
