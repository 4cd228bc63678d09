import { Field, InputType, ObjectType } from 'type-graphql';
import { Bcp47Scalar } from './scalars.ts';

@ObjectType('LocalizedText', { description: 'A text in the best language for the reader.' })
export class LocalizedTextType {
  @Field(() => String, { description: 'The text.' })
  value!: string;

  @Field(() => Bcp47Scalar, { description: 'The language the text is in.' })
  language!: string;

  @Field(() => Boolean, { description: 'Whether this is another language than the ones asked for.' })
  isFallback!: boolean;
}

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => Bcp47Scalar, { description: 'The language of the text.' })
  language!: string;

  @Field(() => String, { description: 'The text, without markup.' })
  value!: string;
}
