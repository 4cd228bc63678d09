import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { isSystem, systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { emailHashOf, openEmail, sealEmail } from './person.email.ts';
import { alreadyInvited, alreadyMember } from './person.errors.ts';
import { memberPolicy } from './person.policy.ts';
import { invitationColumns, type InvitationRow } from './person.read.ts';
import { visibleInvitations } from './person.visibility.ts';
import { portalLink } from './portal-links.ts';
import { isSecret, newSecret, secretHash } from './secret.ts';

export const invitationDays = 14;
const invitationMilliseconds = invitationDays * 24 * 3_600_000;

export interface InvitationInput {
  readonly organisationId: string;
  readonly email: string;
  readonly role: MemberRole;
  /** The language of the mail; the viewer's unless told. */
  readonly languageTag?: string | null;
  readonly idempotencyKey?: string | null;
}

/** An invitation with its readable address. */
export type OpenedInvitation = Omit<InvitationRow, 'sealedEmail'> & { readonly email: string };

export interface InvitationPreview {
  readonly organisationName: string;
  readonly role: MemberRole;
  readonly expiresAt: Date;
}

interface OrganisationFound {
  readonly regionId: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
}

/** Invitations by mail into an organisation. */
export class InvitationService {
  constructor(private readonly hub: Hub) {}

  /**
   * Mails an invitation that is good for 14 days.
   * Errors: NOT_FOUND; FORBIDDEN (NOT_ALLOWED, NOT_VERIFIED, NO_CLIENT_ACCESS); CONFLICT ALREADY_MEMBER, ALREADY_INVITED.
   */
  async invite(viewer: Viewer, input: InvitationInput): Promise<OpenedInvitation> {
    const id = await this.hub.db.write(viewer, (tx) => this.inviteIn(tx, input));
    const [row] = await this.hub.db.read<InvitationRow>(viewer, this.byId(viewer, id));
    if (!row) throw notFound();
    return this.opened(row);
  }

  /** `invite` within a transaction of the caller, with its viewer's rights. Returns the invitation's id. */
  async inviteIn(tx: Transaction, input: InvitationInput): Promise<string> {
    const { viewer } = tx;
    const { organisationId, role } = input;
    if (!isId(organisationId)) throw notFound();
    const [organisation] = await tx.query<OrganisationFound>(
      sql`select region_id as "regionId", name, kind, status from organisations where id = ${organisationId}`,
    );
    if (!organisation) throw notFound();
    const emailHash = emailHashOf(this.hub.crypto, input.email);
    const isSelf = await this.isOwnAddress(tx, emailHash);
    const isVerified = organisation.status === 'VERIFIED';
    const facts = { organisationId, organisationKind: organisation.kind, isVerified, role, isSelf };
    memberPolicy.authorize(viewer, 'inviteMember', facts);
    return tx.once('people.inviteMember', input.idempotencyKey, input, async () => {
      await this.refuseDoubles(tx, organisationId, emailHash, role);
      return this.insert(tx, input, organisation, emailHash);
    });
  }

  /** Takes an invitation back; its link is dead at once. Errors: NOT_FOUND (also when answered already); FORBIDDEN. */
  async revoke(viewer: Viewer, invitationId: string): Promise<OpenedInvitation> {
    if (!isId(invitationId) || viewer.kind === 'anonymous') throw notFound();
    return this.hub.db.write(viewer, async (tx) => {
      const [row] = await tx.query<InvitationRow>(
        sql`${this.byId(viewer, invitationId)} for update of invitation`,
      );
      if (!row) throw notFound();
      const { organisationId, role } = row;
      memberPolicy.authorize(viewer, 'revokeInvitation', { ...row, isSelf: false });
      await tx.query(
        sql`update invitations set revoked_at = ${this.hub.clock.now()}, email = null, email_hash = null where id = ${invitationId}`,
      );
      await tx.audit({
        action: 'people.revokeInvitation',
        subjectId: invitationId,
        organisationId,
        facts: { role },
      });
      return this.opened(row);
    });
  }

  /** What an invitation's page shows before it is accepted; null when the link is not valid. */
  async preview(token: string): Promise<InvitationPreview | null> {
    if (!isSecret(token)) return null;
    const row = await this.hub.db.readOne<InvitationPreview>(
      systemViewer('people.invitation'),
      sql`select organisation.name as "organisationName", invitation.role, invitation.expires_at as "expiresAt"
          from invitations invitation join organisations organisation on organisation.id = invitation.organisation_id
          where invitation.token_hash = ${secretHash(token)} and invitation.accepted_at is null
            and invitation.revoked_at is null and invitation.expires_at > ${this.hub.clock.now()}`,
    );
    return row ?? null;
  }

  opened({ sealedEmail, ...row }: InvitationRow): OpenedInvitation {
    return { ...row, email: openEmail(this.hub.crypto, 'invitations', row.id, sealedEmail) };
  }

  private byId(viewer: Viewer, id: string) {
    return sql`select ${invitationColumns}
      from invitations invitation join organisations organisation on organisation.id = invitation.organisation_id
      where invitation.id = ${id} and invitation.accepted_at is null and invitation.revoked_at is null
        and ${visibleInvitations(viewer)}`;
  }

  private async isOwnAddress(tx: Transaction, emailHash: string): Promise<boolean> {
    const { personId } = tx.viewer;
    const own = await tx.query(
      sql`select 1 from persons where id = ${personId}::uuid and email_hash = ${emailHash}`,
    );
    return own.length > 0;
  }

  private async refuseDoubles(
    tx: Transaction,
    organisationId: string,
    emailHash: string,
    role: MemberRole,
  ): Promise<void> {
    const members = await tx.query(
      sql`select 1 from memberships membership join persons person on person.id = membership.person_id
          where membership.organisation_id = ${organisationId} and membership.role = ${role} and membership.ended_at is null
            and person.email_hash = ${emailHash}`,
    );
    if (members.length > 0) throw alreadyMember();
    const waiting = await tx.query(
      sql`select 1 from invitations
          where organisation_id = ${organisationId} and role = ${role} and email_hash = ${emailHash}
            and accepted_at is null and revoked_at is null and expires_at > ${this.hub.clock.now()}`,
    );
    if (waiting.length > 0) throw alreadyInvited();
  }

  private async insert(
    tx: Transaction,
    { organisationId, email, role, ...input }: InvitationInput,
    organisation: OrganisationFound,
    emailHash: string,
  ): Promise<string> {
    const { clock, crypto, env } = this.hub;
    const now = clock.now();
    const id = newId(now);
    const token = newSecret();
    const languageTag = input.languageTag ?? tx.viewer.languageTag;
    const expiresAt = new Date(now.getTime() + invitationMilliseconds);
    const invitedBy = isSystem(tx.viewer) ? null : tx.viewer.personId;
    await tx.query(
      sql`insert into invitations (id, region_id, organisation_id, email, email_hash, role, language_tag, token_hash,
            invited_by, created_at, expires_at)
          values (${id}, ${organisation.regionId}, ${organisationId}, ${sealEmail(crypto, 'invitations', id, email)},
            ${emailHash}, ${role}, ${languageTag}, ${secretHash(token)}, ${invitedBy}, ${now}, ${expiresAt})`,
    );
    await tx.audit({ action: 'people.inviteMember', subjectId: id, organisationId, facts: { role } });
    const link = portalLink(env, languageTag, `/invitation?token=${token}`);
    const values = { link, organisation: organisation.name, days: String(invitationDays) };
    await tx.send({ kind: 'mail', to: email, template: 'people.invitation', languageTag, values });
    return id;
  }
}
