// Runs one contender: says once how it is asked for the page, then its CPU time whenever told to.
const [name, settings] = process.argv.slice(2);
const { start } = await import(new URL(`../contenders/${name}.mjs`, import.meta.url));
process.send((await start(JSON.parse(settings))) ?? {});

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
process.on("disconnect", () => process.exit());
