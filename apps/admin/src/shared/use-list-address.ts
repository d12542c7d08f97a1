import { computed, type ComputedRef, reactive, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

type Search<Key extends string> = Record<Key, string>;
type Place =
  | { readonly first: number; readonly after?: string }
  | { readonly last: number; readonly before: string };

/** A list's search and its place in what is found. */
export interface ListAddress<Key extends string> {
  /** What the fields hold; it is asked for when it is searched. */
  readonly form: Search<Key>;
  /** What is asked for, as the address says it. */
  readonly asked: ComputedRef<Readonly<Search<Key>>>;
  /** Whether anything is asked for that an empty search does not ask for. */
  readonly filtered: ComputedRef<boolean>;
  /** The part of the connection that is asked for. */
  readonly place: ComputedRef<Place>;
  /** Asks for what the fields hold; for `instead` where a field's own text is not to be written down. */
  search(instead?: Partial<Search<Key>>): void;
  clear(): void;
  turn(to: "after" | "before", cursor: string | null | undefined): void;
}

/**
 * Keeps a list's search and place in its address, so that what is found can be linked to and left by
 * going back. Fields that hold what `empty` holds stay out of the address.
 */
export function useListAddress<Key extends string>(
  pageSize: number,
  empty: Readonly<Search<Key>>,
): ListAddress<Key> {
  const route = useRoute();
  const router = useRouter();
  const { name, params } = route;
  const keys = Object.keys(empty) as Key[];
  const form = reactive({ ...empty }) as Search<Key>;
  const query = shallowRef(route.query);
  // While the page is left it is still shown, under the next one's address.
  watch(
    () => route.query,
    (next) => {
      if (route.name === name) query.value = next;
    },
  );
  const textOf = (key: string): string => {
    const value = query.value[key];
    return typeof value === "string" ? value : "";
  };
  const filled = (given: (key: Key) => string): Search<Key> =>
    Object.fromEntries(keys.map((key) => [key, given(key)])) as Search<Key>;
  const asked = computed(() => filled((key) => textOf(key) || empty[key]));
  watch(asked, (said) => Object.assign(form, said), { immediate: true });
  const go = (given: object): void => void router.push({ name, params, query: { ...given } });
  const searchOf = (given: Readonly<Search<Key>>): Partial<Search<Key>> => {
    const said = filled((key) => given[key].trim());
    return Object.fromEntries(
      keys.filter((key) => said[key] !== empty[key]).map((key) => [key, said[key]]),
    ) as Partial<Search<Key>>;
  };
  return {
    form,
    asked,
    filtered: computed(() => keys.some((key) => asked.value[key] !== empty[key])),
    place: computed(() => {
      const [before, after] = [textOf("before"), textOf("after")];
      if (before) return { last: pageSize, before };
      return after ? { first: pageSize, after } : { first: pageSize };
    }),
    search: (instead) => go(searchOf({ ...form, ...instead })),
    clear: () => {
      Object.assign(form, empty);
      go({});
    },
    turn: (to, cursor) => go({ ...searchOf(asked.value), [to]: cursor }),
  };
}
