import { expect, it } from "vitest";

import { ask } from "../../../api/test/journeys/product.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct();
const windows = useBrowser();
const name = "演示企业一有限公司";

it("tells the second of two clerks on one case that it has changed, and loses no write", async () => {
  // The second one's news are late: what the first does is not on that screen yet.
  windows.tolerate(/Failed to load resource/);
  const first = await windows.open(product.address);
  const second = await windows.open(product.address, {
    prepare: (context) => context.route("**/events", (route) => route.abort()),
  });
  for (const page of [first, second]) await signIn(page, "nmg");
  const [ours, theirs] = [first, second].map((page) =>
    page.getByRole("listitem").filter({ hasText: name }),
  );

  await theirs!.getByRole("button", { name: "办结" }).waitFor();
  await ours!.getByRole("button", { name: "暂停" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "暂停" }).click();
  await first.getByText(/^已暂停/).waitFor();
  await theirs!.getByRole("button", { name: "办结" }).click();
  await second.getByText("内容已被他人更改，请刷新后重试").waitFor();

  const [stored] = await ask(
    product.folder,
    "select clock_state, completed_at, version from service_case where touched_at is not null order by touched_at desc limit 1",
  );
  expect(stored).toEqual({ clock_state: "PAUSED", completed_at: null, version: 2 });

  await second.reload();
  await theirs!.getByRole("button", { name: "恢复" }).click();
  await second.getByText(/^已恢复/).waitFor();
});
