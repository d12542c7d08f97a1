import { fileURLToPath } from "node:url";
import ts from "typescript";

/** One name that the package exports, as its source declares and describes it. */
export interface Export {
  readonly name: string;
  readonly text: string;
  /** The code of each `@example`. */
  readonly examples: readonly string[];
  /** A function or a constant that is no closed list. */
  readonly needsExample: boolean;
  /** How it introduces its error codes, where it can answer some. */
  readonly mustSay: "Errors:" | "Refusals:" | null;
}

const door = fileURLToPath(new URL("../src/index.ts", import.meta.url));

/** Everything that index.ts exports, read by the compiler's own parser. */
export function readExports(): readonly Export[] {
  const program = ts.createProgram([door], {
    allowImportingTsExtensions: true,
    noLib: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(door);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : []).map((symbol) =>
    read(
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ),
  );
}

function read(name: string, { declarations = [], valueDeclaration: value }: ts.Symbol): Export {
  const docs = declarations.flatMap((declaration) =>
    ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc),
  );
  const answer = answerOf(value);
  return {
    name,
    text: docs.map((doc) => textOf(doc.comment)).join("\n"),
    examples: docs
      .flatMap((doc) => [...(doc.tags ?? [])])
      .filter((tag) => tag.tagName.text === "example")
      .map((tag) => /```ts\n([\s\S]*?)```/.exec(textOf(tag.comment))?.[1] ?? ""),
    needsExample: value !== undefined && !isClosedList(value),
    mustSay: /^Result<[\s\S]*RuleError>$/.test(answer)
      ? "Errors:"
      : answer === "Permission"
        ? "Refusals:"
        : null,
  };
}

const textOf = (comment: ts.JSDoc["comment"]): string => ts.getTextOfJSDocComment(comment) ?? "";

/** What a function is declared to answer, as it is written. */
function answerOf(node: ts.Declaration | undefined): string {
  const declared = node && ts.isVariableDeclaration(node) ? node.initializer : node;
  return declared && ts.isFunctionLike(declared) ? (declared.type?.getText() ?? "") : "";
}

const isClosedList = (node: ts.Declaration): boolean =>
  ts.isVariableDeclaration(node) &&
  node.initializer !== undefined &&
  ts.isAsExpression(node.initializer) &&
  ts.isObjectLiteralExpression(node.initializer.expression);
