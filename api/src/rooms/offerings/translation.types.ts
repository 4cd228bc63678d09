import { Extensions, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OfferingTextFieldEnum } from './offering.enums.ts';
import { OfferingTranslationInput } from './offering.inputs.ts';
import type { TextField } from './offering.words.ts';
import type { TextPart } from './translation.diff.ts';

const TextPartKindEnum = { SAME: 'SAME', ADDED: 'ADDED', REMOVED: 'REMOVED' } as const satisfies Record<
  TextPart['kind'],
  TextPart['kind']
>;
registerEnumType(TextPartKindEnum, {
  name: 'TextPartKind',
  description: 'What became of a piece of text.',
  valuesConfig: {
    SAME: { description: 'It stands in both wordings.' },
    ADDED: { description: 'It is new.' },
    REMOVED: { description: 'It is gone.' },
  },
});

@ObjectType('TextPart', { description: 'A piece of a text that changed.' })
export class TextPartType {
  @Field(() => TextPartKindEnum, { description: 'What became of it.' })
  kind!: TextPart['kind'];

  @Field(() => String, { description: 'Its words, with the blanks between them.' })
  text!: string;
}

@ObjectType('SourceChange', { description: 'How a source changed in meaning since it was translated.' })
export class SourceChangeType {
  @Field(() => OfferingTextFieldEnum, { description: 'Which part of the text.' })
  field!: TextField;

  // Computed with the change, not read.
  @Extensions({ rows: 4 })
  @Field(() => [TextPartType], { description: 'From the old wording to the new one, in order.' })
  parts!: TextPartType[];
}

@InputType({ description: 'One text of an offering, new or changed; the others stay.' })
export class SaveTranslationInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { description: 'The version that was read; a stale one is refused.' })
  version!: number;

  @Field(() => OfferingTranslationInput, { description: 'The text.' })
  translation!: OfferingTranslationInput;
}
