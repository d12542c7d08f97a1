import { SheetError } from "../sheet.ts";
import { decodedEntities } from "./xml-text.ts";

/** What the parts of a workbook are made of. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `attributes` is the raw text, for `attributesOf`: most elements' attributes interest nobody. */
  open?(name: string, attributes: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No tag is longer, in any workbook. */
const LONGEST_TAG = 1_000_000;
const LONGEST_ENTITY = 12;

/**
 * Reads XML as it arrives. It knows elements, text and CDATA and passes over the rest: a document type is never
 * acted on, so no entity of a file's own can grow.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = "";

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Takes the next piece; what is not complete in it waits for the one after. */
  write(piece: string): void {
    const xml = this.#rest + piece;
    let at = 0;
    while (at < xml.length) {
      const next = xml.charAt(at) === "<" ? this.#markup(xml, at) : this.#text(xml, at);
      if (next === -1) break;
      at = next;
    }
    this.#rest = xml.slice(at);
    if (this.#rest.length > LONGEST_TAG) throw new SheetError("UNREADABLE_FILE", "endless markup");
  }

  #text(xml: string, at: number): number {
    let end = xml.indexOf("<", at);
    if (end === -1) {
      // Half an entity waits for its other half.
      const entity = xml.lastIndexOf("&");
      const cut =
        entity >= at && entity > xml.length - LONGEST_ENTITY && !xml.includes(";", entity);
      end = cut ? entity : xml.length;
    }
    if (end === at) return -1;
    this.#handler.text?.(decodedEntities(xml.slice(at, end)));
    return end;
  }

  #markup(xml: string, at: number): number {
    if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
    if (xml.startsWith("<![CDATA[", at)) {
      const end = after(xml, "]]>", at + 9);
      if (end !== -1) this.#handler.text?.(xml.slice(at + 9, end - 3));
      return end;
    }
    // `<!` may be the start of either of the two above.
    if (xml.startsWith("<!", at)) return xml.length - at < 9 ? -1 : after(xml, ">", at);
    const end = tagEnd(xml, at);
    if (end !== -1) this.#tag(xml.slice(at + 1, end));
    return end === -1 ? -1 : end + 1;
  }

  #tag(tag: string): void {
    if (tag.startsWith("?")) return;
    if (tag.startsWith("/")) return this.#handler.close?.(localName(tag.slice(1).trimEnd()));
    const isEmpty = tag.endsWith("/");
    const content = isEmpty ? tag.slice(0, -1) : tag;
    const nameEnd = content.search(/\s/u);
    const name = localName(nameEnd === -1 ? content : content.slice(0, nameEnd));
    this.#handler.open?.(name, nameEnd === -1 ? "" : content.slice(nameEnd));
    if (isEmpty) this.#handler.close?.(name);
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** A `>` inside an attribute's quotes does not end the tag. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  for (;;) {
    const end = xml.indexOf(">", at);
    if (end === -1) return -1;
    const quote = firstQuote(xml, at, end);
    if (quote === -1) return end;
    at = xml.indexOf(xml.charAt(quote), quote + 1) + 1;
    if (at === 0) return -1;
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const unit = xml.charCodeAt(at);
    if (unit === 0x22 || unit === 0x27) return at;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
