// A process of its own that answers one question at a time.
import { fork } from "node:child_process";
import { once } from "node:events";

export async function startChild(file, ...args) {
  const child = fork(file, args, {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  let settle;
  child.on("message", (message) => settle.resolve(message));
  child.on("exit", (code, signal) =>
    settle.reject(new Error(`${args[0] ?? file} ended with ${code ?? signal}`)),
  );
  const answer = () => {
    settle = Promise.withResolvers();
    return settle.promise;
  };
  const ready = await answer();
  return {
    child,
    ready,
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
