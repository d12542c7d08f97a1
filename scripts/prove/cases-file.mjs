// Writes an invented export of N service records: what imports are measured and tried with.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const regions = ["152501", "152502", "152522", "152523", "152524", "152525", "152526", "152527"];
const heading =
  "受理编号,CA企业,业务类型,申请主体类型,主体名称,证件号码,经办人员,办理渠道,到达时间,资料接收时间,办结时间,领取方式,寄出时间,快递单号,暂停开始,暂停结束,暂停原因,收费金额,备注";

/** A unified social credit code with its check character (GB 32100-2015). */
function creditCode(index) {
  const body = `91${regions[index % regions.length]}MA0${String(index).padStart(6, "0")}`;
  const sum = [...body].reduce((total, character, position) => {
    return total + digits.indexOf(character) * (3 ** position % 31);
  }, 0);
  return body + digits[(31 - (sum % 31)) % 31];
}

const two = (number) => String(number).padStart(2, "0");

/** One record a line, spread over the working hours of July to September 2026. */
export async function writeCasesFile(file, count, prefix = "NMG") {
  const stream = createWriteStream(file);
  stream.write(`\uFEFF${heading}\r\n`);
  for (let index = 0; index < count; index += 1) {
    const day = `2026-0${7 + (index % 3)}-${two(1 + (index % 28))}`;
    const hour = 8 + (index % 9);
    const received = `${day} ${two(hour)}:${two(index % 60)}:${two((index * 7) % 60)}`;
    const took = index % 40 === 0 ? 1 : 0;
    const completed = `${day} ${two(hour + took)}:${two(Math.min(59, (index % 60) + 12))}:${two((index * 7) % 60)}`;
    const vendor = prefix === "NMG" ? "内蒙古CA" : "江苏翔晟CA";
    const line = `${prefix}L${String(index).padStart(8, "0")},${vendor},延期,单位,量测企业${index}有限公司,${creditCode(index)},${prefix}-0${1 + (index % 3)},现场,,${received},${completed},自取,,,,,,200,\r\n`;
    if (!stream.write(line)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}
