import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { MemberRole } from '../../platform/policy/viewer.ts';
import { MemberRoleEnum } from '../people/index.ts';
import type { AccessPurpose } from './access-log.words.ts';

const AccessPurposeEnum = {
  SERVICE: 'SERVICE',
  SUPERVISION: 'SUPERVISION',
  IDENTITY: 'IDENTITY',
  CONSENT: 'CONSENT',
  REFERRAL: 'REFERRAL',
  RIGHTS: 'RIGHTS',
  EMERGENCY: 'EMERGENCY',
  OWN_LINK: 'OWN_LINK',
  UPKEEP: 'UPKEEP',
} as const satisfies Record<AccessPurpose, AccessPurpose>;
registerEnumType(AccessPurposeEnum, {
  name: 'AccessPurpose',
  description: 'What a client’s data was looked at or changed for.',
  valuesConfig: {
    SERVICE: { description: 'To serve the client.' },
    SUPERVISION: { description: 'To lead the municipality’s work.' },
    IDENTITY: { description: 'To know who the client is and how to reach them.' },
    CONSENT: { description: 'To ask, record or check what the client allows.' },
    REFERRAL: { description: 'To handle a referral.' },
    RIGHTS: { description: 'To answer the client’s own request, or to read this log.' },
    EMERGENCY: {
      description: 'In an emergency, by whoever leads the municipality’s work, or to review that.',
    },
    OWN_LINK: { description: 'By the client’s own link.' },
    UPKEEP: { description: 'The hub itself: a clock, a notice, a deletion that was due.' },
  },
});

const AccessKindEnum = { READ: 'READ', WRITE: 'WRITE' } as const;
registerEnumType(AccessKindEnum, {
  name: 'AccessKind',
  description: 'Whether data was looked at or changed.',
  valuesConfig: { READ: { description: 'Looked at.' }, WRITE: { description: 'Changed.' } },
});

@ObjectType('AccessEvent', { description: 'One look at a client’s data, or one change of it.' })
export class AccessEventType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => AccessKindEnum, { description: 'Whether data was looked at or changed.' })
  kind!: 'READ' | 'WRITE';

  @Field(() => [MemberRoleEnum], { description: 'In which roles of the organisation.' })
  roles!: MemberRole[];

  @Field(() => AccessPurposeEnum, { description: 'What for.' })
  purpose!: AccessPurpose;
}

export const AccessEventConnectionType = connectionType('AccessEvent', () => AccessEventType);
export type AccessEventConnectionType = InstanceType<typeof AccessEventConnectionType>;
