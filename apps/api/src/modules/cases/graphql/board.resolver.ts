import { Ctx, Query, Resolver } from "type-graphql";

import { type ApiContext, Costs, notSignedIn, OpenTo } from "../../../platform/graphql/index.ts";
import { readBoard } from "../use-cases/read-board.ts";
import { Board } from "./board.type.ts";

@Resolver()
export class BoardResolver {
  @OpenTo("READ_CASES")
  @Costs(100)
  @Query(() => Board, { description: "What is open now, within the caller's scope." })
  async board(@Ctx() context: ApiContext): Promise<Board> {
    if (!context.caller.actor) throw notSignedIn();
    return (await readBoard(context)) as Board;
  }
}
