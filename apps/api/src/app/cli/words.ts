import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; args: string[]; strict: true }>
>["values"];

/** Splits a command's words into its parameters and options, or says what is wrong with them. */
export function readWords<O extends ParseArgsOptionsConfig>(
  words: readonly string[],
  names: readonly string[],
  options: O,
): { readonly parameters: readonly string[]; readonly values: Values<O> } | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
      strict: true,
    });
    const missing = names[positionals.length];
    if (missing) return `缺少参数 ${missing}`;
    if (positionals.length > names.length) return `多余的参数 ${positionals[names.length]}`;
    return { parameters: positionals, values };
  } catch (error) {
    return (error as Error).message;
  }
}
