/** What an answer holds: shaped as its document says. */
// oxlint-disable-next-line no-explicit-any -- a test knows its document
export type Data = Record<string, any>;
