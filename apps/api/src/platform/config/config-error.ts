/** All faults of the environment at once, each naming its variable and never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
