import { CombinedError } from "@urql/core";
import { GraphQLError } from "graphql";
import { expect, it, vi } from "vitest";
import { createI18n } from "vue-i18n";

import words from "../locales/zh-CN.json" with { type: "json" };

// The page's own reads the reader's language from the browser, which is not here.
vi.mock("./i18n.ts", () => ({
  i18n: createI18n({ legacy: false, locale: "zh-CN", messages: { "zh-CN": words } }),
}));
const { troubleOf } = await import("./trouble.ts");

const answered = (extensions: Record<string, unknown>) =>
  new CombinedError({ graphQLErrors: [new GraphQLError("said in English", { extensions })] });

it.each([
  [{ code: "BAD_USER_INPUT", field: "handler" }, "有一项填写不符合要求（handler），请改后再提交。"],
  [{ code: "INSUFFICIENT_STORAGE" }, "磁盘空间不足，暂停写入，请联系管理员；已填写的内容仍在。"],
  [{ code: "INTERNAL", incident: "a-number" }, "系统出错，请联系管理员并提供编号 a-number。"],
  [{ code: "ANOTHER" }, "暂时连不上服务，请稍后重试；已填写的内容仍在。"],
  [{}, "暂时连不上服务，请稍后重试；已填写的内容仍在。"],
])("%j is said so", (extensions, words) => {
  expect(troubleOf(answered(extensions))).toBe(words);
});

it("no answer at all means that the service was not reached", () => {
  const error = new CombinedError({ networkError: new Error("Failed to fetch") });
  expect([troubleOf(error), troubleOf(undefined)]).toEqual([
    "暂时连不上服务，请稍后重试；已填写的内容仍在。",
    "暂时连不上服务，请稍后重试；已填写的内容仍在。",
  ]);
});
