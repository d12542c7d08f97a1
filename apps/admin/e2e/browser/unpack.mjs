// Unpacks the browser of the package @sparticuz/chromium and the libraries in its archive. The package
// knows one place only, $TMPDIR: run this in a process of its own with a TMPDIR of one's choice.
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { inflate } from "@sparticuz/chromium";

const packed = fileURLToPath(new URL("../bin/", import.meta.resolve("@sparticuz/chromium")));
const program = await inflate(join(packed, "chromium.br"));
chmodSync(program, 0o755);
await inflate(join(packed, "al2023.tar.br"));
