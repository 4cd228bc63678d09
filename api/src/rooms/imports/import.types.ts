import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Bcp47Scalar, DateTimeScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { EntryState, ImportKind } from './import.words.ts';

type EnumOf<Word extends string> = { readonly [W in Word]: W };

export const ImportKindEnum: EnumOf<ImportKind> = { ICS: 'ICS', LINKED_EVENTS: 'LINKED_EVENTS' };
registerEnumType(ImportKindEnum, {
  name: 'ImportKind',
  description: 'In which format events are brought in.',
  valuesConfig: {
    ICS: { description: 'iCalendar (RFC 5545): what calendars export and publish.' },
    LINKED_EVENTS: { description: 'JSON of a Linked Events interface.' },
  },
});

export const ImportEntryStateEnum: EnumOf<EntryState> = {
  NEW: 'NEW',
  CHANGED: 'CHANGED',
  GONE: 'GONE',
  REFUSED: 'REFUSED',
  UNCHANGED: 'UNCHANGED',
  OVER: 'OVER',
};
registerEnumType(ImportEntryStateEnum, {
  name: 'ImportEntryState',
  description: 'What would become of an event.',
  valuesConfig: {
    NEW: { description: 'It would come in as a draft.' },
    CHANGED: { description: 'Its offering would change.' },
    GONE: {
      description: 'Its offering is here, but the source has it no more; it ends only when somebody says so.',
    },
    REFUSED: { description: 'It cannot come in; its problems say why.' },
    UNCHANGED: { description: 'It is here already, as it is.' },
    OVER: { description: 'It is over, and never was here; counted, not shown.' },
  },
});

@ObjectType('ImportProblem', {
  description: 'Something that is not quite right with an event, and what is done about it.',
})
export class ImportProblemType {
  @Field(() => String, { nullable: true, description: 'The event; null for the whole file.' })
  sourceId!: string | null;

  @Field(() => String, { nullable: true, description: 'The field of the source or of the offering.' })
  field!: string | null;

  @Field(() => String, { description: 'The machine’s word: ZONE_UNKNOWN, EDITED_HERE …' })
  reason!: string;

  @Field(() => String, { description: 'In English words, with what is done about it.' })
  message!: string;

  @Field(() => Boolean, { description: 'Whether the event is left out because of it.' })
  isSkipped!: boolean;
}

@ObjectType('ImportEntry', { description: 'One event of a preview beside what is here.' })
export class ImportEntryType {
  @Field(() => String, { description: 'Its id at the source: a UID.' })
  eventId!: string;

  @Field(() => ImportEntryStateEnum, { description: 'What would become of it.' })
  state!: EntryState;

  @Field(() => String, { description: 'Its name; empty where it could not be read.' })
  title!: string;

  @Field(() => Bcp47Scalar, { description: 'The language of the name.' })
  language!: string;

  @Field(() => ID, { nullable: true, description: 'Its offering here.' })
  offeringId!: string | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: 'Its first start, on the clocks of Helsinki.',
  })
  startsAtLocal!: string | null;

  @Field(() => Boolean, { description: 'Whether it has more dates than one.' })
  isRepeated!: boolean;

  @Field(() => [String], { description: 'Fields that would change: `title:fi`, `schedules`.' })
  changedFields!: readonly string[];

  @Field(() => [String], { description: 'Fields that differ but stay, because they were edited here.' })
  keptFields!: readonly string[];

  @Field(() => [ImportProblemType], { description: 'What is not quite right with it.' })
  problems!: readonly ImportProblemType[];
}

@ObjectType('ImportCounts', { description: 'How many events there are of each state.' })
export class ImportCountsType {
  @Field(() => Int, { name: 'new', description: 'New ones.' })
  NEW!: number;

  @Field(() => Int, { name: 'changed', description: 'Changed ones.' })
  CHANGED!: number;

  @Field(() => Int, { name: 'gone', description: 'Those the source has no more.' })
  GONE!: number;

  @Field(() => Int, { name: 'refused', description: 'Those that cannot come in.' })
  REFUSED!: number;

  @Field(() => Int, { name: 'unchanged', description: 'Those that are here already.' })
  UNCHANGED!: number;

  @Field(() => Int, { name: 'over', description: 'Those that are over.' })
  OVER!: number;
}

@ObjectType('ImportPreview', {
  description: 'What was read from a file or an address, until somebody takes it over; kept for 7 days.',
})
export class ImportPreviewType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The organisation it is for.' })
  organisationId!: string;

  @Field(() => ImportKindEnum, { description: 'The format.' })
  kind!: ImportKind;

  @Field(() => String, { description: 'What the calendar is called; else its file or host.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where it was read; null for a file.' })
  address!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was read.' })
  createdAt!: Date;

  @Field(() => ImportCountsType, { description: 'How many there are.' })
  counts!: ImportCountsType;

  @Field(() => [ImportEntryType], {
    description: 'The events, what needs a decision first; of each state 200 at most.',
  })
  entries!: readonly ImportEntryType[];

  @Field(() => [ImportProblemType], { description: 'What is not quite right with the file.' })
  problems!: readonly ImportProblemType[];
}

@InputType({ description: 'A file from one’s own disk.' })
export class ImportFileInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its bytes in base64; 10 MB at most.' })
  base64!: string;
}

@InputType({ description: 'What to read: a file or an address.' })
export class PreviewImportInput {
  @Field(() => ID, { description: 'For which organisation.' })
  organisationId!: string;

  @Field(() => ImportKindEnum, { description: 'In which format.' })
  kind!: ImportKind;

  @Field(() => ImportFileInput, { nullable: true, description: 'A file.' })
  file?: ImportFileInput | null;

  @Field(() => String, { nullable: true, description: 'An address of the open internet: https or webcal.' })
  address?: string | null;

  @Field(() => Bcp47Scalar, {
    nullable: true,
    description: 'The language of texts that do not say theirs; `fi` unless told.',
  })
  language?: string | null;
}

@ObjectType({ description: 'What was read.' })
export class PreviewImportPayload {
  @Field(() => ImportPreviewType, { description: 'The preview.' })
  preview!: ImportPreviewType;
}

@InputType({ description: 'What to take over.' })
export class TakeImportInput {
  @Field(() => ID, { description: 'Of which preview.' })
  previewId!: string;

  @Field(() => [String], { description: 'The events, 100 at most; more wait for the next time.' })
  eventIds!: string[];

  @Field(() => [ID], { nullable: true, description: 'Offerings to end because their event is gone.' })
  endOfferingIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the preview’s address is looked at every hour from now on.',
  })
  isFollowed?: boolean | null;
}

@ObjectType({ description: 'What came in.' })
export class TakeImportPayload {
  @Field(() => Int, { description: 'New drafts.' })
  created!: number;

  @Field(() => Int, { description: 'Changed offerings.' })
  changed!: number;

  @Field(() => Int, { description: 'Events that did not come in after all.' })
  skipped!: number;

  @Field(() => Int, { description: 'Ended offerings.' })
  ended!: number;

  @Field(() => [ImportProblemType], { description: 'What was done differently than the source says.' })
  problems!: readonly ImportProblemType[];

  @Field(() => ImportPreviewType, { description: 'The preview, as things stand now.' })
  preview!: ImportPreviewType;
}
