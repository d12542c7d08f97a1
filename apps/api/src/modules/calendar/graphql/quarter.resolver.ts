import { localDayOf, quarterOf } from "@signet/domain";
import { Arg, Ctx, Query, Resolver } from "type-graphql";

import { type ApiContext, badInput, OpenToAll } from "../../../platform/graphql/index.ts";
import { loadRuleBook } from "../use-cases/rule-book.ts";
import { QuarterType } from "./quarter.type.ts";

@Resolver()
export class QuarterResolver {
  @OpenToAll()
  @Query(() => QuarterType, {
    description: "The quarter of a day, today's where none is given. Public.",
  })
  async quarter(
    @Arg("on", () => String, { nullable: true, description: "YYYY-MM-DD" }) on: string | null,
    @Ctx() { em, clock }: ApiContext,
  ): Promise<QuarterType> {
    const day = on ?? localDayOf(clock.now().getTime(), (await loadRuleBook(em)).zone);
    const quarter = quarterOf(day);
    if (!quarter.ok) throw badInput("on", "must be a date, YYYY-MM-DD");
    return quarter.value;
  }
}
