import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';

@ObjectType('LogState', { description: 'How the log of reads and writes is sealed, anchored and verified.' })
export class LogStateType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When rows were last sealed.' })
  sealedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the newest seals were last written down outside the database for the day.',
  })
  anchoredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the whole log was last verified.' })
  verifiedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many alterations were found then.' })
  findings!: number | null;
}
