import { describe, expect, it } from "vitest";
import { faultMessage } from "../messages/codes.ts";
import type { CaseRecord } from "./case-record.ts";
import { checkCaseRecord } from "./check-case-record.ts";

const sound: CaseRecord = {
  number: "XS2026300782",
  requestKind: "CHANGE",
  applicantKind: "ORGANIZATION",
  applicantName: "测试企业00782有限公司",
  identityNumber: "91152523PT35Q6JX2M",
  channel: "ONSITE",
  receivedAt: 1000,
  completedAt: 2000,
  delivery: "PICKUP",
  pauses: [],
};
const faults = (change: Partial<CaseRecord>) =>
  checkCaseRecord({ ...sound, ...change }, "2026-11-22").map((fault) => [
    fault.field,
    fault.code,
    faultMessage(fault, "zh-CN"),
  ]);

describe("a service record", () => {
  it("without fault has none, and one that is still open has none either", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ completedAt: null })).toEqual([]);
  });
  it("may name an arrival after receipt", () => {
    expect(faults({ arrivedAt: 1500 })).toEqual([]);
  });
  it.each<[Partial<CaseRecord>, string, string, string]>([
    [{ receivedAt: null }, "RECEIVED_AT", "MISSING_VALUE", "资料接收时间缺失"],
    [{ number: " " }, "NUMBER", "MISSING_VALUE", "受理编号缺失"],
    [{ completedAt: 999 }, "COMPLETED_AT", "COMPLETED_BEFORE_RECEIVED", "办结时间早于资料接收时间"],
    [
      { identityNumber: "91152523PT35Q6JX2N" },
      "IDENTITY_NUMBER",
      "USCC_INVALID",
      "统一社会信用代码校验位错误",
    ],
    [
      { applicantKind: "INDIVIDUAL" },
      "IDENTITY_NUMBER",
      "RESIDENT_ID_INVALID",
      "身份证号校验位错误",
    ],
    [
      { delivery: "MAIL", mailedAt: 1999 },
      "MAILED_AT",
      "MAILED_BEFORE_COMPLETED",
      "邮寄但寄出时间早于办结时间",
    ],
    [
      { delivery: "MAIL", mailedAt: 1999, completedAt: null },
      "MAILED_AT",
      "MAILED_WITHOUT_COMPLETION",
      "有寄出时间但没有办结时间",
    ],
    [{ channel: "ONLINE", mailedAt: 3000 }, "MAILED_AT", "MAILED_BUT_PICKUP", "自取但有寄出时间"],
    [
      { pauses: [{ from: 2, to: 1, reason: "PAYMENT_FAILED" }] },
      "PAUSE_TO",
      "PAUSE_ENDS_BEFORE_START",
      "暂停结束早于暂停开始",
    ],
    [
      { pauses: [{ from: null, to: null, reason: "PAYMENT_FAILED" }] },
      "PAUSE_FROM",
      "PAUSE_INCOMPLETE",
      "暂停记录不完整：暂停开始缺失",
    ],
    [
      { pauses: [{ from: 2, to: 3, reason: null }] },
      "PAUSE_REASON",
      "PAUSE_INCOMPLETE",
      "暂停记录不完整：暂停原因缺失",
    ],
    [{ feeFen: -1 }, "FEE", "FEE_NEGATIVE", "收费金额为负数"],
  ])("%#: names its one fault", (change, field, code, words) => {
    expect(faults(change)).toEqual([[field, code, words]]);
  });
  it("tells all faults in the order of its fields", () => {
    expect(faults({ number: null, receivedAt: null, feeFen: -5 }).map(([field]) => field)).toEqual([
      "NUMBER",
      "RECEIVED_AT",
      "FEE",
    ]);
  });
  it("does not call a field missing that was already found unreadable", () => {
    const found = [{ code: "UNKNOWN_KIND", field: "REQUEST_KIND", pause: null }] as const;
    expect(checkCaseRecord({ ...sound, requestKind: null }, "2026-11-22", found)).toEqual(found);
  });
});
