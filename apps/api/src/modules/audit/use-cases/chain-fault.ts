import type { Locale } from "@signet/domain";

/** What can be wrong with a link of the chain; in the order in which it is looked for. */
export const ChainFault = {
  SEQUENCE: "SEQUENCE",
  BODY: "BODY",
  ALGORITHM: "ALGORITHM",
  KEY: "KEY",
  HASH: "HASH",
  PREVIOUS: "PREVIOUS",
  COLUMN: "COLUMN",
  PUBLISHED_HEAD: "PUBLISHED_HEAD",
  CUT_OFF: "CUT_OFF",
  HEAD: "HEAD",
  HEADS_FILE: "HEADS_FILE",
} as const;
export type ChainFault = (typeof ChainFault)[keyof typeof ChainFault];

const words: Readonly<Record<ChainFault, Readonly<Record<Locale, string>>>> = {
  SEQUENCE: {
    "zh-CN": "缺少这一条：记录被删除、插入或改号",
    en: "it is missing: an entry was deleted, inserted or renumbered",
  },
  BODY: { "zh-CN": "内容不是规范的记录", en: "its content is no canonical entry" },
  ALGORITHM: { "zh-CN": "所称的摘要算法未知", en: "it names an unknown algorithm" },
  KEY: { "zh-CN": "所称的密钥不是本系统的", en: "it names a key that is not ours" },
  HASH: {
    "zh-CN": "内容与其摘要不符：记录被改动",
    en: "its content is not what was hashed: the entry was changed",
  },
  PREVIOUS: { "zh-CN": "没有接上前一条", en: "it does not continue the entry before it" },
  COLUMN: {
    "zh-CN": "检索列与内容不符：列被改动",
    en: "its columns say other than its content: they were changed",
  },
  PUBLISHED_HEAD: {
    "zh-CN": "与已写出的链首不符",
    en: "it is not the head that was published",
  },
  CUT_OFF: {
    "zh-CN": "此后的记录被截去：已写出的链首比它更远",
    en: "the entries from here on were cut off: a later head was published",
  },
  HEAD: {
    "zh-CN": "链首行与最后一条记录不符",
    en: "the row of the head does not name the last entry",
  },
  HEADS_FILE: { "zh-CN": "链首文件被改动", en: "the file of published heads was changed" },
};

/** What is wrong, in words. */
export const faultWords = (fault: ChainFault, locale: Locale): string => words[fault][locale];
