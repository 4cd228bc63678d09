/** People: accounts, memberships, invitations, sessions and sign-in. */
import type { Room } from '../../platform/room.ts';
import { peoplePersonalData } from './person.personal-data.ts';
import { AccessReview, AccessReviewAnswer } from './access-review.entity.ts';
import {
  openAccessReviews,
  remindOfAccessReview,
  reviewDueQueue,
  reviewQueue,
} from './access-review.open.ts';
import { AccessReviewMemberResolver, AccessReviewResolver } from './access-review.resolver.ts';
import { AccountResolver } from './account.resolver.ts';
import { Authenticator, RecoveryCode } from './authenticator.entity.ts';
import { AuthenticatorResolver } from './authenticator.resolver.ts';
import { EmployerIdentity, EmployerSignIn } from './employer.entity.ts';
import { EmployerResolver } from './employer.resolver.ts';
import { liveSql } from './live.sql.ts';
import { MemberResolver } from './member.resolver.ts';
import { Passkey, PasskeyChallenge } from './passkey.entity.ts';
import { PasskeyResolver } from './passkey.resolver.ts';
import { sweepPeople } from './people.sweep.ts';
import { Invitation, Membership, Person } from './person.entity.ts';
import { MembershipResolver, PersonResolver, ViewerResolver } from './person.resolver.ts';
import { personSql } from './person.sql.ts';
import { Session, SignInLink } from './session.entity.ts';
import { SignInResolver } from './sign-in.resolver.ts';
import { StandInPeriod } from './stand-in.entity.ts';

export { openAccessReviews } from './access-review.open.ts';
export { AccessReviewService } from './access-review.service.ts';
export { AuthenticatorService } from './authenticator.service.ts';
export { demoPeople, type DemoPersonRow } from './demo-people.ts';
export { InvitationService, type InvitationInput, type OpenedInvitation } from './invitation.service.ts';
export { InvitationType } from './invitation.types.ts';
export { streamTo, type StreamWork } from './live.viewer.ts';
export { mailTargetsOf, membersToTell, type MailTarget } from './mail.targets.ts';
export { memberFacts, MemberService, type NewMembership } from './member.service.ts';
export { memberPolicy } from './person.policy.ts';
export { addNetworkAdmin, type NetworkAdminInput } from './network-admin.ts';
export { Membership, Person } from './person.entity.ts';
export { PasskeyService } from './passkey.service.ts';
export {
  invitationsOfOrganisationLoader,
  membershipLoader,
  membershipsOfPersonLoader,
  personLoader,
  personNameLoader,
} from './person.loaders.ts';
export type { InvitationRow, MembershipRow, PersonRow } from './person.read.ts';
export { PersonService, type NewPerson } from './person.service.ts';
export { MemberRoleEnum, MembershipConnectionType, MembershipType, PersonType } from './person.types.ts';
export { portalLanguageOf, portalLanguages, portalLink, type PortalLanguage } from './portal-links.ts';
export { isSecret, newSecret, secretHash } from './secret.ts';
export { sessionCookie, SessionService } from './session.service.ts';
export { signInCookie, SignInService } from './sign-in.service.ts';

export const peopleRoom: Room = {
  name: 'people',
  entities: [
    Person,
    Membership,
    Invitation,
    Session,
    SignInLink,
    Authenticator,
    RecoveryCode,
    Passkey,
    PasskeyChallenge,
    StandInPeriod,
    EmployerIdentity,
    EmployerSignIn,
    AccessReview,
    AccessReviewAnswer,
  ],
  personalData: peoplePersonalData,
  resolvers: [
    SignInResolver,
    ViewerResolver,
    PersonResolver,
    AccountResolver,
    MembershipResolver,
    MemberResolver,
    AuthenticatorResolver,
    PasskeyResolver,
    EmployerResolver,
    AccessReviewResolver,
    AccessReviewMemberResolver,
  ],
  sql: [...personSql, ...liveSql],
  jobs: (hub) => [
    { name: 'people.sweep', cron: '20 3 * * *', run: () => sweepPeople(hub) },
    { name: reviewQueue, cron: '0 7 * * *', run: async () => void (await openAccessReviews(hub)) },
    { name: reviewDueQueue, run: ({ reviewId = '' }) => remindOfAccessReview(hub, reviewId) },
  ],
  queues: ['people.sweep', reviewQueue, reviewDueQueue],
};
