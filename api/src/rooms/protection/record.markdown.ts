import type {
  DataSubject,
  PersonalField,
  ProcessingPurpose,
  RetentionClass,
} from '../../platform/personal-data/personal-data.ts';
import { recordOfProcessing, type ProcessingActivity } from './record.ts';

interface PurposeText {
  readonly title: string;
  readonly basis: string;
  readonly recipients: string;
}

/** Basis codes of the municipality are its own to set down; these are what the hub was built for. */
const purposes: Readonly<Record<ProcessingPurpose, PurposeText>> = {
  CASEWORK: {
    title: 'Serving clients of the integration services',
    basis: 'GDPR 6(1)(e), a task of the municipality (Act 681/2023)',
    recipients: 'The client’s caseworker; the receiver of an accepted referral, as far as the consent goes',
  },
  REFERRAL: {
    title: 'Handing a client over to an organisation',
    basis: 'GDPR 6(1)(e); the disclosure rests on the client’s consent (GDPR 7)',
    recipients: 'The referring municipality and the receiving organisation',
  },
  SIGN_UP: {
    title: 'Places on dates of activities',
    basis: 'GDPR 6(1)(b), at the wish of whoever signs up',
    recipients: 'The organisations that host the activity',
  },
  VOLUNTEERING: {
    title: 'Volunteers’ skills, shifts and hours',
    basis: 'GDPR 6(1)(b), at the wish of the volunteer; the day of the extract: Act 148/2014',
    recipients: 'The volunteer; coordinators of their organisation; names alone: those whom they ask to swap',
  },
  ACCOUNT: {
    title: 'Accounts of those who work with the hub',
    basis: 'GDPR 6(1)(e), 6(1)(f)',
    recipients: 'Colleagues of the same organisation; the network admin',
  },
  APPLICATION: {
    title: 'Applications of organisations',
    basis: 'GDPR 6(1)(b)',
    recipients: 'The network admin',
  },
  DELIVERY: {
    title: 'Delivering mails and text messages',
    basis: 'As the purpose that the message serves',
    recipients: 'The mail server and the gateway of text messages',
  },
};

const subjects: Readonly<Record<DataSubject, string>> = {
  CLIENT: 'clients',
  VISITOR: 'those who sign up',
  WORKER: 'those with an account',
  APPLICANT: 'applicants',
};

const retention: Readonly<Record<RetentionClass, string>> = {
  CLIENT: 'until 12 months after the last referral ended or the client was last changed',
  REFERRAL:
    'receiver: 30 days after the end, at once when consent is withdrawn; referrer: 12 months after the end',
  SIGN_UP: '30 days after the date',
  VOLUNTEER: 'until the volunteer leaves; hours with a name for two years',
  ACCOUNT: 'as long as the account',
  INVITATION: 'until it is answered or runs out',
  APPLICATION: 'until it is decided',
  DELIVERY: 'until delivered; undelivered ones 30 days',
};

const activityText = ({ purpose, subjects: whose, fields }: ProcessingActivity): string => {
  const { title, basis, recipients } = purposes[purpose];
  const rows = fields.map(
    (field) =>
      `| ${field.name} | ${subjects[field.about]} | ${field.isSealed ? 'encrypted' : 'row-level security'} | ${retention[field.retention]} |`,
  );
  return [
    `## ${title}`,
    '',
    `- Legal basis: ${basis}`,
    `- Whose data: ${whose.map((subject) => subjects[subject]).join(', ')}`,
    `- Recipients: ${recipients}`,
    '- Transfers outside the EU: none by the hub',
    '',
    '| Field | Of | Protected by | Kept |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

/** The record of processing as a document. */
export const recordAsMarkdown = (fields: readonly PersonalField[]): string =>
  [
    '# Record of processing activities (GDPR 30)',
    '',
    'Written from the registry of fields by `npm run record-of-processing`.',
    '',
    ...recordOfProcessing(fields).map(activityText),
  ].join('\n');
