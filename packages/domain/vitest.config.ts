export default {
  test: {
    name: "domain",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    env: { TZ: "Pacific/Chatham" },
    // Generous, for a busy machine: nothing here is judged by how long it takes.
    testTimeout: 60_000,
  },
};
