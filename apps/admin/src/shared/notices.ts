import { readonly, ref } from "vue";

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly kind: "done" | "problem";
}

const all = ref<Notice[]>([]);
let next = 1;

export const notices = readonly(all);

export function dismiss(id: number): void {
  all.value = all.value.filter((notice) => notice.id !== id);
}

/** Says something at the foot of the page; what went well leaves by itself. */
export function notify(text: string, kind: Notice["kind"] = "done"): void {
  const id = next++;
  // What went well is said once at a time: a row of acts does not pile up over the page.
  const kept = kind === "done" ? all.value.filter((notice) => notice.kind !== "done") : all.value;
  all.value = [...kept, { id, text, kind }];
  if (kind === "done") setTimeout(() => dismiss(id), 5_000);
}
