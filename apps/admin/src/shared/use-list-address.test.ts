import { createApp, nextTick } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { expect, it } from "vitest";

import { useListAddress } from "./use-list-address.ts";

/** A list at an address, with a search of two fields and an order. */
async function listAt(address: string) {
  const page = { render: () => null };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: "/list/:of", name: "list", component: page },
      { path: "/elsewhere", name: "elsewhere", component: page },
    ],
  });
  await router.push(address);
  const list = createApp(page)
    .use(router)
    .runWithContext(() => useListAddress(20, { name: "", state: "", order: "NEWEST" }));
  const current = () => router.currentRoute.value.fullPath;
  const settle = () => new Promise((resolve) => void setTimeout(resolve));
  return { list, router, address: current, settle };
}

it("asks for what the address says, and shows it in the fields", async () => {
  const { list } = await listAt("/list/a?name=x&order=OLDEST&unknown=y&state=1&state=2");
  const said = { name: "x", state: "", order: "OLDEST" };
  expect([list.asked.value, list.form, list.filtered.value]).toEqual([said, said, true]);
});

it("writes what is searched for into the address, and nothing else, from the first page on", async () => {
  const { list, address, settle } = await listAt("/list/a?after=z");
  Object.assign(list.form, { name: " x ", state: " " });
  list.search();
  await settle();
  expect(address()).toBe("/list/a?name=x");
  list.clear();
  await settle();
  expect([address(), list.form.name, list.filtered.value]).toEqual(["/list/a", "", false]);
});

it("writes something else down where it is told to", async () => {
  const { list, address, settle } = await listAt("/list/a");
  Object.assign(list.form, { name: "secret", state: "OPEN" });
  list.search({ name: "" });
  await settle();
  expect(address()).toBe("/list/a?state=OPEN");
});

it("turns forwards and backwards within what is found, whatever the fields hold by then", async () => {
  const { list, address, settle } = await listAt("/list/a?name=x");
  expect(list.place.value).toEqual({ first: 20 });
  list.form.name = "not searched yet";
  list.turn("after", "c");
  await settle();
  expect([address(), list.place.value]).toEqual([
    "/list/a?name=x&after=c",
    { first: 20, after: "c" },
  ]);
  list.turn("before", "b");
  await settle();
  expect([address(), list.place.value]).toEqual([
    "/list/a?name=x&before=b",
    { last: 20, before: "b" },
  ]);
});

it("keeps asking the same while its page is left", async () => {
  const { list, router } = await listAt("/list/a?name=x");
  await router.push("/elsewhere?name=y");
  await nextTick();
  expect(list.asked.value.name).toBe("x");
});
