import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { endConsent, insertConsentByLink, loadConsent } from '../clients/index.ts';
import { portalLanguageOf } from '../people/index.ts';
import { ClientLinkLimits } from './client-link.limits.ts';
import { pageOf, type ClientPage } from './client-link.page.ts';
import { closeLinks, openLink, prolongLink, type OpenedLink } from './client-link.read.ts';
import { clientLinkViewer } from './client-link.viewer.ts';
import { applyMove } from './referral.apply.ts';
import { handOver, openTarget } from './referral.handover.ts';
import { referralMachine } from './referral.machine.ts';

/** What a client did, and where: the visitor's address counts for the limit alone. */
export interface LinkUse {
  readonly token: string;
  readonly address: string;
}

/**
 * What a client does by their link. Errors of all: RATE_LIMITED; NOT_FOUND, the same for whatever does not open.
 */
export class ClientLinkService {
  private readonly limits: ClientLinkLimits;

  constructor(private readonly hub: Hub) {
    this.limits = hub.get(ClientLinkLimits);
  }

  /** Null for a link that opens nothing. Looking changes nothing. */
  async find(use: LinkUse): Promise<ClientPage | null> {
    try {
      return await this.use(use, (tx, opened) => pageOf(this.hub, tx, opened));
    } catch (error) {
      if (error instanceof HubError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** The client's yes: recorded, and the referral sent. `languageTag`: the one in which it was read. Errors: those of `openTarget`. */
  confirm(use: LinkUse, languageTag: string): Promise<void> {
    return this.use(use, async (tx, { link, referral }) => {
      const move = referralMachine.move(referral.state, 'confirmConsent');
      if (!move?.by.includes('client')) throw notFound();
      const target = await openTarget(this.hub, tx, referral);
      const consentId = await insertConsentByLink(this.hub, tx, {
        clientId: referral.clientId,
        receiverId: referral.receivingOrganisationId,
        fields: link.fields,
        textVersion: link.textVersion,
        languageTag: portalLanguageOf(languageTag),
        expiresAt: link.consentExpiresAt,
      });
      const change = await handOver(tx, referral, target, consentId, this.hub.clock.now());
      const facts = { ...change.facts, method: 'LINK', interpreterUsed: false };
      await applyMove(this.hub, tx, referral, move, { ...change, facts });
      await prolongLink(tx, link.id, link.consentExpiresAt);
    });
  }

  /** The client's no: nothing is sent, and the link opens nothing any more. */
  refuse(use: LinkUse): Promise<void> {
    return this.use(use, async (tx, { referral }) => {
      const move = referralMachine.move(referral.state, 'refuseConsent');
      if (!move?.by.includes('client')) throw notFound();
      await applyMove(this.hub, tx, referral, move, {
        columns: { withdraw_reason: 'CONSENT_REFUSED' },
        facts: { reason: 'CONSENT_REFUSED', channel: 'LINK' },
      });
      await closeLinks(tx, referral.id, this.hub.clock.now());
    });
  }

  /** The client takes the consent back: the receiver's access ends in the same transaction, and so does the link. */
  stop(use: LinkUse): Promise<void> {
    return this.use(use, async (tx, { referral }) => {
      const consent = referral.consentId === null ? undefined : await loadConsent(tx, referral.consentId);
      if (!consent || consent.withdrawnAt !== null) throw notFound();
      await endConsent(this.hub, tx, consent);
      await closeLinks(tx, referral.id, this.hub.clock.now());
    });
  }

  async use<Result>(
    { token, address }: LinkUse,
    work: (tx: Transaction, opened: OpenedLink) => Promise<Result>,
  ): Promise<Result> {
    this.limits.take(address);
    return this.hub.db.write(clientLinkViewer(), async (tx) => work(tx, await openLink(this.hub, tx, token)));
  }
}

/** What another room does for a client who uses their link. Errors: RATE_LIMITED; NOT_FOUND. */
export const withClientLink = <Result>(
  hub: Hub,
  use: LinkUse,
  work: (tx: Transaction, client: { readonly clientId: string }) => Promise<Result>,
): Promise<Result> => hub.get(ClientLinkService).use(use, (tx, { referral }) => work(tx, referral));
