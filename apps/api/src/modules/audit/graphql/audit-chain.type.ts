import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { ChainFault } from "../use-cases/chain-fault.ts";

registerEnumType(ChainFault, {
  name: "ChainFault",
  description: "What can be wrong with a link of the audit chain. May grow.",
});

@ObjectType({ description: "The first place at which the chain is not what it should be." })
export class BrokenChainLink {
  @Field(() => Int)
  readonly sequence!: number;

  @Field(() => ChainFault)
  readonly fault!: ChainFault;

  @Field(() => String, { description: "What is wrong, in the caller's language." })
  readonly message!: string;
}

@ObjectType({ description: "A head of the chain that was written out of the database." })
export class PublishedChainHead {
  @Field(() => Int)
  readonly sequence!: number;

  @Field(() => GraphQLDateTimeISO)
  readonly at!: string;
}

@ObjectType({ description: "What the chain came to when it was verified last." })
export class AuditChainVerdict {
  readonly actorId!: string;

  @Field(() => Boolean)
  readonly isSound!: boolean;

  @Field(() => GraphQLDateTimeISO)
  readonly verifiedAt!: string;

  @Field(() => Int, { description: "Sound links from the first entry on." })
  readonly links!: number;

  @Field(() => BrokenChainLink, { nullable: true, description: "Null where it is sound." })
  readonly broken!: BrokenChainLink | null;

  @Field(() => PublishedChainHead, {
    nullable: true,
    description: "The newest published head that it agrees with.",
  })
  readonly anchor!: PublishedChainHead | null;

  @Field(() => Int, {
    description: "Sound links after that head: cutting those off would go unnoticed.",
  })
  readonly younger!: number;
}

@ObjectType({ description: "A verification that is under way." })
export class AuditVerificationProgress {
  @Field(() => GraphQLDateTimeISO)
  readonly startedAt!: string;

  @Field(() => Int)
  readonly done!: number;

  @Field(() => Int)
  readonly total!: number;
}

@ObjectType({ description: "The chain of all acts." })
export class AuditChain {
  @Field(() => Int, { description: "The newest act." })
  readonly head!: number;

  @Field(() => PublishedChainHead, {
    nullable: true,
    description: "The head that was written out last.",
  })
  readonly published!: PublishedChainHead | null;

  @Field(() => AuditChainVerdict, {
    nullable: true,
    description: "Null before the first verification.",
  })
  readonly verdict!: AuditChainVerdict | null;

  @Field(() => AuditVerificationProgress, {
    nullable: true,
    description: "Null where none is under way.",
  })
  readonly verification!: AuditVerificationProgress | null;
}
