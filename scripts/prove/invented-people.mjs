// Invented applicants whose names and numbers are told apart from everything else by how they begin.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const residentStem = "152522190707";
const creditStem = "91152571MAXY";
const nameStem = "珞璎饕餮";

/** What every one of them begins with: finding one of these is finding a person. */
export const stems = { residentStem, creditStem, nameStem };

/** A resident identity number with its check character (GB 11643-1999). */
function residentNumber(index) {
  const day = String(1 + (Math.floor(index / 1000) % 28)).padStart(2, "0");
  const body = `${residentStem}${day}${String(index % 1000).padStart(3, "0")}`;
  const sum = [...body].reduce(
    (total, digit, position) => total + Number(digit) * (2 ** (17 - position) % 11),
    0,
  );
  return body + "10X98765432"[sum % 11];
}

/** A unified social credit code with its check character (GB 32100-2015). */
function creditCode(index) {
  const body = `${creditStem}${String(index).padStart(5, "0")}`;
  const sum = [...body].reduce(
    (total, character, position) => total + alphabet.indexOf(character) * (3 ** position % 31),
    0,
  );
  return body + alphabet[(31 - (sum % 31)) % 31];
}

/** Every second one is a person; the others are organizations. */
export function inventedPerson(index) {
  const isPerson = index % 2 === 0;
  return {
    applicantKind: isPerson ? "INDIVIDUAL" : "ORGANIZATION",
    applicantName: `${nameStem}${index}${isPerson ? "" : "有限公司"}`,
    identityNumber: isPerson ? residentNumber(index) : creditCode(index),
  };
}

const heading =
  "受理编号,CA企业,业务类型,申请主体类型,主体名称,证件号码,经办人员,办理渠道,资料接收时间,办结时间,领取方式,寄出时间,快递单号,备注";
const kinds = { INDIVIDUAL: "个人", ORGANIZATION: "单位" };

/** Every twentieth line is faulty: its number has another check character. */
export function sheetOf(people) {
  const lines = people.map(({ applicantKind, applicantName, identityNumber }, index) => {
    const isFaulty = index % 20 === 19;
    const last = identityNumber.at(-1) === "1" ? "2" : "1";
    const number = isFaulty ? identityNumber.slice(0, 17) + last : identityNumber;
    const day = `2026-0${7 + (index % 3)}-${String(1 + (index % 27)).padStart(2, "0")}`;
    return `PD${index},内蒙古CA,新办,${kinds[applicantKind]},${applicantName},${number},NMG-01,现场,${day} 09:00:00,${day} 09:10:00,邮寄,${day} 10:00:00,${applicantName}单,联系 ${applicantName} ${identityNumber}`;
  });
  return `\uFEFF${[heading, ...lines].join("\r\n")}\r\n`;
}
