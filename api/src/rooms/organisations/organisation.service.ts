import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { organisationsOf, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { readAgreements, type AgreementRow } from './agreement.read.ts';
import { dateOf } from './organisation.calendar.ts';
import type { OrganisationFilter } from './organisation.inputs.ts';
import {
  countOrganisations,
  listOrganisations,
  readOrganisations,
  type OrganisationRow,
} from './organisation.read.ts';
import { whyNoReferrals, type ReadinessFacts } from './referral-readiness.ts';
import type { NoReferralsReason } from './organisation.words.ts';

/** Reads of organisations. */
export class OrganisationService {
  constructor(private readonly hub: Hub) {}

  /** One page by name. Errors: INVALID_INPUT for the page's arguments. */
  async page(
    viewer: Viewer,
    args: Pick<ConnectionArgs, 'first' | 'after'>,
    filter: OrganisationFilter,
  ): Promise<Connection<OrganisationRow>> {
    const page = pageOf(args, 'organisations');
    const { mine, text, ...rest } = filter;
    const wanted = { ...rest, text: text?.trim().slice(0, 100), ids: mine ? organisationsOf(viewer) : null };
    const rows = await listOrganisations(this.hub, viewer, wanted, page);
    return toConnection(
      rows,
      page,
      (row) => [row.sortName, row.id],
      () => countOrganisations(this.hub, viewer, wanted),
    );
  }

  /** The organisation; NOT_FOUND where it does not exist or the viewer may not see it. */
  async get(viewer: Viewer, id: string): Promise<OrganisationRow> {
    const [row] = isId(id) ? await readOrganisations(this.hub, viewer, [id]) : [];
    if (!row) throw notFound();
    return row;
  }

  /** What an application just made, for its applicant, who can't see it otherwise. */
  getApplied(id: string): Promise<OrganisationRow> {
    return this.get(systemViewer('organisations.apply'), id);
  }

  /** The newest partner agreement. Errors: NOT_FOUND. */
  async agreement(viewer: Viewer, organisationId: string): Promise<AgreementRow> {
    const [row] = await readAgreements(this.hub, viewer, [organisationId]);
    if (!row) throw notFound();
    return row;
  }

  /** Why an organisation receives no referral now; null when it does. */
  whyNoReferrals(facts: ReadinessFacts): NoReferralsReason | null {
    return whyNoReferrals(facts, dateOf(this.hub.clock.now()));
  }

  /** Of these organisations, those that receive referrals now, in one statement. */
  async canReceiveReferrals(viewer: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.hub.db.read<ReadinessFacts & { id: string }>(
      viewer,
      sql`select id, status, agreement_valid_until::text as "agreementValidUntil"
          from organisations where id = any(${[...ids].filter(isId)}::uuid[])`,
    );
    return new Set(rows.filter((row) => this.whyNoReferrals(row) === null).map(({ id }) => id));
  }

  /** Whether an agreement holds now. */
  isValid({ validUntil, endedAt }: Pick<AgreementRow, 'validUntil' | 'endedAt'>): boolean {
    return endedAt === null && validUntil >= dateOf(this.hub.clock.now());
  }
}
