import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type MemberRole } from '../../platform/policy/viewer.ts';
import { MemberService } from './member.service.ts';
import { openEmail } from './person.email.ts';
import { invitationNotValid } from './person.errors.ts';
import { PersonService } from './person.service.ts';
import { isSecret, secretHash } from './secret.ts';
import { SessionService } from './session.service.ts';
import { SignInService, type SignInResult } from './sign-in.service.ts';

interface InvitationFound {
  readonly id: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly sealedEmail: string;
  readonly languageTag: string;
}

export interface AcceptInput {
  readonly token: string;
  readonly displayName: string;
  readonly languageTag?: string | null;
}

export interface Accepted extends SignInResult {
  readonly membershipId: string;
}

/** The invited person's side of an invitation. */
export class InvitationAcceptance {
  constructor(private readonly hub: Hub) {}

  /**
   * Makes the account of the invited address, or finds it, gives the role and signs in, with assurance LINK: whoever
   * has the link reads that mailbox. Errors: INVALID_INPUT INVITATION_NOT_VALID, or for the name.
   */
  async accept(input: AcceptInput): Promise<Accepted> {
    const { clock, crypto, db } = this.hub;
    const now = clock.now();
    if (!isSecret(input.token)) throw invitationNotValid();
    const { cookie, membershipId } = await db.write(systemViewer('people.invitation'), async (tx) => {
      const [invitation] = await tx.query<InvitationFound>(
        sql`select id, organisation_id as "organisationId", role, email as "sealedEmail", language_tag as "languageTag"
            from invitations
            where token_hash = ${secretHash(input.token)} and accepted_at is null and revoked_at is null and expires_at > ${now}
            for update`,
      );
      if (!invitation) throw invitationNotValid();
      const { id, organisationId, role } = invitation;
      const personId = await this.hub.get(PersonService).findOrCreateIn(tx, {
        email: openEmail(crypto, 'invitations', id, invitation.sealedEmail),
        displayName: input.displayName,
        languageTag: input.languageTag ?? invitation.languageTag,
      });
      const membershipId = await this.hub.get(MemberService).addIn(tx, { personId, organisationId, role });
      await tx.query(
        sql`update invitations set accepted_at = ${now}, email = null, email_hash = null where id = ${id}`,
      );
      await tx.audit({
        action: 'people.acceptInvitation',
        subjectId: id,
        organisationId,
        facts: { role, personId },
      });
      return { membershipId, cookie: await this.hub.get(SessionService).open(tx, personId, 'LINK') };
    });
    return { ...(await this.hub.get(SignInService).entered(cookie, null, [])), membershipId };
  }
}
