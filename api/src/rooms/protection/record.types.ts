import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type {
  DataSubject,
  ProcessingPurpose,
  RetentionClass,
} from '../../platform/personal-data/personal-data.ts';

export const DataSubjectEnum = {
  CLIENT: 'CLIENT',
  VISITOR: 'VISITOR',
  WORKER: 'WORKER',
  APPLICANT: 'APPLICANT',
} as const satisfies Record<DataSubject, DataSubject>;
registerEnumType(DataSubjectEnum, {
  name: 'DataSubject',
  description: 'Whose data something is.',
  valuesConfig: {
    CLIENT: { description: 'A client of a municipality.' },
    VISITOR: { description: 'Someone who signs up for a date.' },
    WORKER: { description: 'Someone with an account.' },
    APPLICANT: { description: 'Someone who applies for an organisation.' },
  },
});

export const ProcessingPurposeEnum = {
  CASEWORK: 'CASEWORK',
  REFERRAL: 'REFERRAL',
  SIGN_UP: 'SIGN_UP',
  VOLUNTEERING: 'VOLUNTEERING',
  ACCOUNT: 'ACCOUNT',
  APPLICATION: 'APPLICATION',
  DELIVERY: 'DELIVERY',
} as const satisfies Record<ProcessingPurpose, ProcessingPurpose>;
registerEnumType(ProcessingPurposeEnum, {
  name: 'ProcessingPurpose',
  description: 'What personal data are kept for.',
  valuesConfig: {
    CASEWORK: { description: 'Serving clients.' },
    REFERRAL: { description: 'Handing a client over.' },
    SIGN_UP: { description: 'Places on dates.' },
    VOLUNTEERING: { description: 'Volunteers’ skills, shifts and hours.' },
    ACCOUNT: { description: 'Accounts of those who work with the hub.' },
    APPLICATION: { description: 'Applications of organisations.' },
    DELIVERY: { description: 'Delivering messages.' },
  },
});

export const RetentionClassEnum = {
  CLIENT: 'CLIENT',
  REFERRAL: 'REFERRAL',
  SIGN_UP: 'SIGN_UP',
  VOLUNTEER: 'VOLUNTEER',
  ACCOUNT: 'ACCOUNT',
  INVITATION: 'INVITATION',
  APPLICATION: 'APPLICATION',
  DELIVERY: 'DELIVERY',
} as const satisfies Record<RetentionClass, RetentionClass>;
registerEnumType(RetentionClassEnum, {
  name: 'RetentionClass',
  description: 'How long something is kept.',
  valuesConfig: {
    CLIENT: { description: 'Until 12 months after the last referral ended or the client was last changed.' },
    REFERRAL: { description: 'By the receiver 30 days, by the referrer 12 months after the end.' },
    SIGN_UP: { description: '30 days after the date.' },
    VOLUNTEER: { description: 'Until the volunteer leaves; hours with a name for two years.' },
    ACCOUNT: { description: 'As long as the account.' },
    INVITATION: { description: 'Until it is answered or runs out.' },
    APPLICATION: { description: 'Until it is decided.' },
    DELIVERY: { description: 'Until delivered.' },
  },
});

@ObjectType('RecordedField', { description: 'A column that holds something of a person.' })
export class RecordedFieldType {
  @Field(() => String, { description: 'Its table and name.' })
  name!: string;

  @Field(() => DataSubjectEnum, { description: 'Whose data it is.' })
  about!: DataSubject;

  @Field(() => RetentionClassEnum, { description: 'How long it is kept.' })
  retention!: RetentionClass;

  @Field(() => Boolean, { description: 'Whether it is encrypted.' })
  isSealed!: boolean;
}

@ObjectType('ProcessingActivity', { description: 'One activity of the record of processing (GDPR 30).' })
export class ProcessingActivityType {
  @Field(() => ProcessingPurposeEnum, { description: 'What for.' })
  purpose!: ProcessingPurpose;

  @Field(() => [DataSubjectEnum], { description: 'Of whom.' })
  subjects!: readonly DataSubject[];

  @Field(() => [RecordedFieldType], { description: 'What.' })
  fields!: readonly RecordedFieldType[];
}
