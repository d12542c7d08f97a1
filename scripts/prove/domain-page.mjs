// Bundles a stranger's page and opens it in a browser: a part of domain-package.mjs.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { launchBrowser } from "../../apps/admin/e2e/browser/launch-browser.ts";
import { firstVerdict } from "../../packages/domain/packed/stranger/project.ts";

const apps = join(import.meta.dirname, "../../apps/admin");
/** A stranger's project has only the tarball: the tools are those of the pages and of their tests. */
const toolOf = (folder, name) => createRequire(join(apps, folder, "package.json")).resolve(name);
const { build } = await import(pathToFileURL(toolOf(".", "vite")).href);
const { chromium } = createRequire(import.meta.url)(toolOf("e2e", "playwright-core"));

/** The README's first program as a page, bundled by Vite as it comes. */
async function bundle(project) {
  const folder = join(project.folder, "page");
  const outDir = join(project.folder, "site");
  await mkdir(folder, { recursive: true });
  const { program } = await firstVerdict(project);
  await writeFile(
    join(folder, "main.ts"),
    `${program.replaceAll("console.log", "show")}
function show(line: string) { document.querySelector("pre")!.append(line, "\\n"); }
`,
  );
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><link rel="icon" href="data:," /><pre></pre><script type="module" src="./main.ts"></script>',
  );
  await build({ root: folder, configFile: false, logLevel: "error", build: { outDir } });
  return outDir;
}

/** Serves a folder until the work with its address is done. */
async function served(site, work) {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    const type = extname(name) === ".js" ? "text/javascript" : "text/html; charset=utf-8";
    readFile(join(site, name)).then(
      (bytes) => response.writeHead(200, { "content-type": type }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What the page shows, in which browser, and what that complains of. */
async function look(address) {
  const server = await launchBrowser();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ timezoneId: "Pacific/Chatham" });
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (one) => complaints.push(one.text()));
    await page.goto(address, { waitUntil: "load" });
    const text = await page.locator("pre").innerText();
    return { browser: `Chromium ${browser.version()}`, text, complaints };
  } finally {
    await server.close();
  }
}

/** Bundles, serves and opens the page of a project with the package. */
export const showInBrowser = async (project) => await served(await bundle(project), look);
