import { ref, watch } from "vue";

type Theme = "light" | "dark" | "system";

const key = "signet.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const stored = localStorage.getItem(key);

const theme = ref<Theme>(stored === "light" || stored === "dark" ? stored : "system");

/** Writes the chosen or the system's theme on the page, and keeps it there. */
export function applyTheme(): void {
  const write = (): void => {
    const dark = theme.value === "dark" || (theme.value === "system" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  system.addEventListener("change", write);
  watch(theme, (chosen) => {
    localStorage.setItem(key, chosen);
    write();
  });
  write();
}

export const flipTheme = (): void => {
  theme.value = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
};
