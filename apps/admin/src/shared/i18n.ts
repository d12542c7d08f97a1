import { createI18n } from "vue-i18n";

import en from "../locales/en.json";
import zh from "../locales/zh-CN.json";

const key = "signet.locale";

export const i18n = createI18n({
  legacy: false,
  locale: localStorage.getItem(key) === "en" ? "en" : "zh-CN",
  fallbackLocale: "zh-CN",
  messages: { "zh-CN": zh, en },
});

/** Remembers the language and starts afresh: the server words its messages in it too. */
export function chooseLocale(locale: "zh-CN" | "en"): void {
  localStorage.setItem(key, locale);
  location.reload();
}

/** The language that is not spoken now. */
export const otherLocale = i18n.global.locale.value === "en" ? "zh-CN" : "en";

document.documentElement.lang = i18n.global.locale.value;
