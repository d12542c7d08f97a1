import { decodedEscapes } from "./xml-text.ts";

/** More than the spreadsheet programs let anyone type into a cell. */
const LONGEST_TEXT = 100_000;

/** Gathers the text of one string: its runs in any formatting, without the reading aids above Chinese characters. */
export class StringText {
  #text = "";
  #isText = false;
  #isReadingAid = false;

  start(): void {
    this.#text = "";
    this.#isText = false;
    this.#isReadingAid = false;
  }

  open(name: string): void {
    if (name === "t") this.#isText = true;
    else if (name === "rPh") this.#isReadingAid = true;
  }

  text(piece: string): void {
    if (this.#isText && !this.#isReadingAid && this.#text.length < LONGEST_TEXT)
      this.#text += piece;
  }

  close(name: string): void {
    if (name === "t") this.#isText = false;
    else if (name === "rPh") this.#isReadingAid = false;
  }

  end(): string {
    return decodedEscapes(this.#text);
  }
}
