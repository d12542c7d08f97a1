import { i18n } from "./i18n.ts";
import { notify } from "./notices.ts";

/** Copies what is shown this one time; where the browser does not let it, it is marked for the keyboard. */
export async function copyText(text: string, mark: () => void): Promise<void> {
  const { t } = i18n.global;
  try {
    await navigator.clipboard.writeText(text);
    notify(t("common.copied"));
  } catch {
    mark();
    notify(t("common.notCopied"), "problem");
  }
}
