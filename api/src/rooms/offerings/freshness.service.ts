import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { addressKeyOf } from '../../platform/http/address-key.ts';
import { RateLimiter, rateLimited } from '../../platform/http/rate-limit.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { checkIdOf } from './freshness.code.ts';
import { watchFreshness } from './freshness.ask.ts';
import type { CheckReason } from './freshness.rules.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { readOfferings } from './offering.read.ts';
import { actsFor, spreadHosts } from './offering.store.ts';

/** A question as its link shows it. */
export interface OpenedCheck {
  readonly id: string;
  readonly offeringId: string;
  readonly reason: CheckReason;
  readonly askedAt: Date;
  readonly isOpen: boolean;
}

/** Nobody with an account: the hub acts, on the one offering that the link names. */
const linkViewer = systemViewer('offering.check-link');
/** Many people share the address of an office. */
const perAddressPerHour = 300;

/** Whether offerings are still right: asking their hosts, and taking their word for it. */
export class FreshnessService {
  private readonly addresses: RateLimiter;

  constructor(private readonly hub: Hub) {
    this.addresses = new RateLimiter({ limit: perAddressPerHour, windowSeconds: 3600, clock: hub.clock });
  }

  /** The job's round. */
  watch(): Promise<void> {
    return watchFreshness(this.hub);
  }

  /** The question of a link; null for a link that opens nothing. Looking changes nothing. Errors: RATE_LIMITED. */
  async open(code: string, address: string): Promise<OpenedCheck | null> {
    const { allowed, retryAfterSeconds } = this.addresses.take(addressKeyOf(address));
    if (!allowed) throw rateLimited(retryAfterSeconds);
    const id = checkIdOf(this.hub.crypto, code);
    if (!id) return null;
    const check = await this.hub.db.readOne<OpenedCheck>(
      linkViewer,
      sql`select id, offering_id as "offeringId", reason, asked_at as "askedAt", closed_at is null as "isOpen"
          from offering_checks where id = ${id}`,
    );
    return check ?? null;
  }

  /** By the link of a mail; again is no error. Returns the offering's id. Errors: NOT_FOUND; RATE_LIMITED. */
  async confirmByLink(code: string, address: string): Promise<string> {
    const check = await this.open(code, address);
    if (!check) throw notFound();
    if (!check.isOpen) return check.offeringId;
    await this.hub.db.write(linkViewer, (tx) =>
      this.confirmIn(tx, check.offeringId, sql`k.id = ${check.id}`),
    );
    return check.offeringId;
  }

  /** By a host at the desk. Returns the offering's id. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN. */
  async confirm(viewer: Viewer, offeringId: string): Promise<string> {
    if (viewer.kind === 'anonymous') throw signInNeeded();
    const [offering] = isId(offeringId) ? await readOfferings(this.hub, viewer, [offeringId]) : [];
    if (!offering) throw notFound();
    offeringPolicy.authorize(viewer, 'update', offering);
    const { id } = offering;
    await this.hub.db.write(viewer, (tx) => this.confirmIn(tx, id, sql`k.offering_id = ${id}`));
    return id;
  }

  private async confirmIn(tx: Transaction, offeringId: string, check: Sql): Promise<void> {
    const now = this.hub.clock.now();
    const [row] = await tx.query<{ hostIds: string[] }>(
      sql`update offerings set confirmed_at = ${now}, stale_at = null, hidden_at = null
          where id = ${offeringId} returning host_ids as "hostIds"`,
    );
    // At the desk only the job may close the question; it does so for whatever was confirmed since.
    await tx.query(
      sql`update offering_checks k set closed_at = ${now} where ${check} and k.closed_at is null`,
    );
    await spreadHosts(tx, offeringId);
    const organisationId = actsFor(tx.viewer, row?.hostIds ?? []);
    await tx.audit({ action: 'offering.confirm', subjectId: offeringId, organisationId });
  }
}
