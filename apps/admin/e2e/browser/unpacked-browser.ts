import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export interface UnpackedBrowser {
  readonly program: string;
  /** What the program needs to find its libraries and the Chinese font, and nothing of the machine. */
  readonly environment: Readonly<Record<string, string>>;
}

const here = import.meta.dirname;
const modules = join(here, "../node_modules");

/**
 * The browser inside an npm package, unpacked once a version. It needs nothing that a bare Linux
 * lacks: network security services come from its own archive, glyphs from a package.
 * @throws where this platform has no such browser, saying what to do
 */
export async function unpackedBrowser(): Promise<UnpackedBrowser> {
  const own = process.env.SIGNET_TEST_BROWSER;
  if (own) return { program: own, environment: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `The browser tests bring a Chromium for linux-x64 along, and this is ${process.platform}-${process.arch}: name one of yours in SIGNET_TEST_BROWSER`,
    );
  }
  const manifest = join(modules, "@sparticuz/chromium/package.json");
  if (!existsSync(manifest)) {
    throw new Error(
      "The packages of the browser tests are not installed: `npm test` does it, or `npx -y pnpm@12.21.0 --dir apps/admin/e2e install --frozen-lockfile`",
    );
  }
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const folder = join(modules, `.browser-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    program: join(folder, "chromium"),
    environment: {
      FONTCONFIG_FILE: await writeFontConfig(folder),
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
    },
  };
}

/** Whole or not at all: a second run at the same time finds either nothing or a browser. */
async function unpackInto(folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, [join(here, "unpack.mjs")], {
      env: { ...process.env, TMPDIR: aside },
    });
    await rename(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Fonts of the machine would make a test's picture depend on it. */
async function writeFontConfig(folder: string): Promise<string> {
  const file = join(folder, "fonts.conf");
  await mkdir(join(folder, "font-cache"), { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(modules, "@embedpdf/fonts-sc/fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`,
  );
  return file;
}
