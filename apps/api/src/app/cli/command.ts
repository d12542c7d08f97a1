import type { WorkContext } from "../../platform/orm/index.ts";

export interface Surroundings {
  readonly signal: AbortSignal;
  /** The folder the command was typed in: relative files are meant from there. */
  readonly folder: string;
  /** The file of the master key. */
  readonly keyFile: string;
  /** How long a request of the server may take. */
  readonly requestMs: number;
  /** The file of the audit chain's published heads. */
  readonly auditHeads: string;
  /** Where people reach the pages. */
  readonly address: string;
}

/** One command: `parse` answers what is wrong with the words given, or what they say. */
export interface Command<T = unknown> {
  readonly usage: string;
  readonly summary: string;
  parse(words: readonly string[]): T | string;
  /** Answers the exit status. */
  run(context: WorkContext, parsed: T, surroundings: Surroundings): Promise<number>;
}

/** Loses the type of what is parsed, so that commands of all kinds stand in one table. */
export const asCommand = <T>(command: Command<T>): Command => command as unknown as Command;

/** Prints one JSON document on standard output, which carries nothing else. */
export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, 1));
