import { onBeforeUnmount, onMounted, type Ref, watch } from "vue";
import { useRoute } from "vue-router";

/** Closes an opened menu when its reader goes elsewhere: to another page, another place, or by Escape. */
export function useClosing(menu: Ref<HTMLDetailsElement | undefined>): void {
  const close = (): void => {
    if (menu.value) menu.value.open = false;
  };
  const onPointer = ({ target }: Event): void => {
    if (!(target instanceof Node && menu.value?.contains(target))) close();
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape" || !menu.value?.open) return;
    close();
    menu.value.querySelector("summary")?.focus();
  };
  const route = useRoute();
  watch(() => route.fullPath, close);
  onMounted(() => {
    addEventListener("pointerdown", onPointer);
    addEventListener("keydown", onKey);
  });
  onBeforeUnmount(() => {
    removeEventListener("pointerdown", onPointer);
    removeEventListener("keydown", onKey);
  });
}
