/** The languages every code is worded in. Chinese is the original, English for integrators. */
export const Locale = { ZH_CN: "zh-CN", EN: "en" } as const;
export type Locale = (typeof Locale)[keyof typeof Locale];

/** One meaning in every language. */
export type Wording = Readonly<Record<Locale, string>>;

/** A wording for each of some codes; a missing one does not compile. */
export type Wordings<Code extends string> = Readonly<Record<Code, Wording>>;

/** Pairs the two languages. */
export const word = (zh: string, en: string): Wording => ({ "zh-CN": zh, en });
