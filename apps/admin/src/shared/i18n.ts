import { createI18n } from "vue-i18n";

const key = "signet.locale";
const locale = localStorage.getItem(key) === "en" ? "en" : "zh-CN";

export const i18n = createI18n({ legacy: false, locale, messages: {} });

const words = {
  "zh-CN": {
    first: () => import("../locales/zh-CN.json"),
    later: () => import("../locales/zh-CN.later.json"),
  },
  en: {
    first: () => import("../locales/en.json"),
    later: () => import("../locales/en.later.json"),
  },
} as const;

/** Resolves once the words of the first pages are there: only the language that is spoken travels. */
export const loadWords = async (): Promise<void> => {
  const { default: spoken } = await words[locale].first();
  i18n.global.setLocaleMessage(locale, spoken);
};

let later: Promise<void> | null = null;

/** Resolves once the words of all pages are there; asked again where they did not come. */
export const loadLaterWords = (): Promise<void> => {
  later ??= words[locale].later().then(
    ({ default: spoken }) => i18n.global.mergeLocaleMessage(locale, spoken),
    (error: unknown) => {
      later = null;
      throw error;
    },
  );
  return later;
};

/** Remembers the language and starts afresh: the server words its messages in it too. */
export function chooseLocale(chosen: "zh-CN" | "en"): void {
  localStorage.setItem(key, chosen);
  location.reload();
}

/** The language that is not spoken now. */
export const otherLocale = i18n.global.locale.value === "en" ? "zh-CN" : "en";

document.documentElement.lang = i18n.global.locale.value;
