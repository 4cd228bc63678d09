import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ImportKindEnum } from './import.types.ts';
import type { ImportKind } from './import.words.ts';

@ObjectType('ImportSource', {
  description: 'An address at which an organisation’s events are looked for every hour.',
})
export class ImportSourceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ImportKindEnum, { description: 'The format.' })
  kind!: ImportKind;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => String, { description: 'Where it is.' })
  address!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is followed.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last look.' })
  checkedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it cannot be read; null while it can.',
  })
  failingSince!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be read: NO_ANSWER, FILE_NOT_READABLE …',
  })
  failure!: string | null;

  @Field(() => Int, {
    description: 'Offerings whose event it has no more; they go on until somebody ends them.',
  })
  goneCount!: number;
}

@InputType({ description: 'Which source.' })
export class UnfollowImportInput {
  @Field(() => ID, { description: 'The source to follow no more.' })
  sourceId!: string;
}

@ObjectType({ description: 'What came of it.' })
export class UnfollowImportPayload {
  @Field(() => ID, { description: 'The source that is followed no more.' })
  sourceId!: string;
}
