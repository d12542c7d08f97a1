import { tmpdir } from "node:os";

import { type BrowserServer, chromium } from "playwright-core";

import { unpackedBrowser } from "./unpacked-browser.ts";

/**
 * Starts the browser; whoever knows its address opens windows in it. The arguments are ours: those
 * that the package recommends switch web security off. There is no sandbox, which root may not have
 * and many containers forbid: it shows nothing but the product.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<BrowserServer> {
  const { program, environment } = await unpackedBrowser();
  return await chromium.launchServer({
    executablePath: program,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-quic", ...args],
    env: { PATH: process.env.PATH, HOME: tmpdir(), TMPDIR: tmpdir(), ...environment },
    host: "127.0.0.1",
  });
}
