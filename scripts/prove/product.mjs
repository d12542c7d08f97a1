// Starts the built product on a data folder of its own and talks to it: what every proof stands on.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const entry = (name) => join(root, "apps/api/dist/src", `${name}.js`);

/** Starts the server, with settings of one's own where there are any, and does not wait. */
export function spawnProduct(dataDir, settings = {}) {
  const child = spawn(process.execPath, [entry("main")], {
    env: { ...process.env, SIGNET_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child };
}

/** Starts the server; answers its process and address once it says where it is. */
export async function startProduct(dataDir) {
  const { child } = spawnProduct(dataDir);
  let said = "";
  let failed = "";
  child.stderr.on("data", (part) => (failed += part));
  const address = await new Promise((resolveAddress, reject) => {
    child.stdout.on("data", (part) => {
      said += part;
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) resolveAddress(found[0]);
    });
    child.once("exit", (code, signal) =>
      reject(new Error(`ended with ${code ?? signal}: ${failed}`)),
    );
  });
  return { child, address };
}

export async function stopProduct({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** Runs a command of the command line to its end. */
export async function runCommand(dataDir, parameters) {
  const child = spawn(process.execPath, [entry("cli"), ...parameters], {
    env: { ...process.env, SIGNET_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => (out += part));
  child.stderr.on("data", (part) => (err += part));
  const [code] = await once(child, "exit");
  return { code, out, err, child };
}

/** A signed-in client of the API. */
export async function signIn(address, username = "evaluator", password = "signet-demo-2026") {
  let cookie = "";
  const answer = async (query, variables = {}) => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const session = response.headers.getSetCookie()[0];
    if (session) cookie = session.split(";")[0];
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return { data, requestId: response.headers.get("x-request-id") };
  };
  const execute = async (query, variables) => (await answer(query, variables)).data;
  const mutation =
    "mutation ($u: String!, $p: String!) { signIn(input: { username: $u, password: $p }) { __typename } }";
  const { signIn: result } = await execute(mutation, { u: username, p: password });
  if (result.__typename !== "SignInSuccess")
    throw new Error(`cannot sign in: ${result.__typename}`);
  return Object.assign(execute, { answer });
}

export const percentile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
