import { describe, expect, it } from 'vitest';
import { clients, offerings, organisations, people, referralPlans } from './content.ts';
import type { ReferralState, SeedMove } from './content.types.ts';

/** The moves of the seeds: from → move → to. */
const table: Partial<Record<ReferralState, Partial<Record<SeedMove['move'], ReferralState>>>> = {
  DRAFT: { submitForConsent: 'AWAITING_CONSENT', send: 'SENT' },
  AWAITING_CONSENT: { confirmConsent: 'SENT' },
  SENT: {
    accept: 'ACCEPTED',
    askInfo: 'NEEDS_INFO',
    waitlist: 'WAITLISTED',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
  },
  ACCEPTED: { recordFirstContact: 'IN_PROGRESS', close: 'CLOSED', withdraw: 'WITHDRAWN' },
  IN_PROGRESS: { close: 'CLOSED', hold: 'ON_HOLD' },
};
const coordinatorMoves = new Set<SeedMove['move']>([
  'accept',
  'askInfo',
  'waitlist',
  'decline',
  'recordFirstContact',
  'hold',
  'close',
]);
/** Days after which the system would have ended or deleted it, by state. */
const longestStay: Partial<Record<ReferralState, number>> = {
  DRAFT: 13,
  AWAITING_CONSENT: 13,
  SENT: 13,
  NEEDS_INFO: 13,
  WAITLISTED: 89,
  ACCEPTED: 29,
  IN_PROGRESS: 179,
  ON_HOLD: 179,
};

const clientOf = new Map(clients.map((client) => [client.key, client]));
const offeringOf = new Map(offerings.map((offering) => [offering.key, offering]));
const organisationOf = new Map(organisations.map((organisation) => [organisation.key, organisation]));
const hasRole = (person: string, organisation: string, role: string): boolean =>
  people.some(
    ({ key, memberships }) =>
      key === person &&
      memberships.some((membership) => membership.organisation === organisation && membership.role === role),
  );
const municipalityOrganisation: Record<string, string> = {
  '167': 'joensuu',
  '426': 'liperi',
  '276': 'kontiolahti',
  '146': 'ilomantsi',
  '309': 'outokumpu',
};

describe('clients', () => {
  it('has 40 clients, each with a caseworker of its municipality', () => {
    expect(clients).toHaveLength(40);
    expect(new Set(clients.map(({ pseudonym }) => pseudonym)).size).toBe(40);
    for (const { key, caseworker, municipality } of clients) {
      expect(hasRole(caseworker, municipalityOrganisation[municipality] ?? '', 'CASEWORKER'), key).toBe(true);
    }
  });

  it('gives only contacts that lead nowhere', () => {
    for (const { identity } of clients) {
      expect(identity.contact.value).toMatch(
        identity.contact.kind === 'PHONE' ? /^050 000 0\d{3}$/ : /^[a-z.]+@example\.org$/,
      );
    }
  });
});

describe('referral plans', () => {
  it('has 70, in every state, each client and offering once', () => {
    expect(referralPlans).toHaveLength(70);
    expect(new Set(referralPlans.map(({ endState }) => endState)).size).toBe(11);
    expect(new Set(referralPlans.map(({ client, offering }) => `${client} ${offering}`)).size).toBe(70);
  });

  it('walks a legal path to its end state, day by day, by the right people', () => {
    for (const plan of referralPlans) {
      const client = clientOf.get(plan.client);
      const organisation = offeringOf.get(plan.offering)?.organisation ?? '';
      let state: ReferralState = 'DRAFT';
      let day = 0;
      for (const { move, dayOffset, by } of plan.path) {
        const next: ReferralState | undefined = table[state]?.[move];
        if (!next) throw new Error(`${plan.key}: no ${move} from ${state}`);
        expect(dayOffset, plan.key).toBeGreaterThanOrEqual(day);
        const isRight = coordinatorMoves.has(move)
          ? hasRole(by, organisation, 'COORDINATOR')
          : by === client?.caseworker;
        expect(isRight, `${plan.key} ${move}`).toBe(true);
        expect(dayOffset - day, `${plan.key} ${state}`).toBeLessThanOrEqual(longestStay[state] ?? 0);
        state = next;
        day = dayOffset;
      }
      expect(state, plan.key).toBe(plan.endState);
      expect(day, plan.key).toBeLessThan(plan.createdDaysAgo);
      const limit = longestStay[state];
      if (limit) expect(plan.createdDaysAgo - day, plan.key).toBeLessThanOrEqual(limit);
    }
  });

  it('spreads over six months', () => {
    const days = referralPlans.map(({ createdDaysAgo }) => createdDaysAgo);
    expect(Math.max(...days)).toBeLessThanOrEqual(182);
    expect(Math.max(...days)).toBeGreaterThan(150);
    for (const plan of referralPlans) {
      expect(clientOf.get(plan.client)?.registeredDaysAgo, plan.key).toBeGreaterThan(plan.createdDaysAgo);
    }
  });

  it('goes only to offerings that take referrals, of organisations with a valid agreement', () => {
    for (const plan of referralPlans) {
      const offering = offeringOf.get(plan.offering);
      const agreement = organisationOf.get(offering?.organisation ?? '')?.agreement;
      expect(offering?.takesReferrals, plan.key).toBe(true);
      expect((agreement?.acceptedDaysAgo ?? 0) > plan.createdDaysAgo, plan.key).toBe(true);
      expect((agreement?.acceptedDaysAgo ?? 731) < 730, plan.key).toBe(true);
    }
  });

  it('closes an accepted referral only with an outcome that needs no contact', () => {
    for (const { key, path } of referralPlans) {
      const close = path.find(({ move }) => move === 'close');
      if (close?.move !== 'close' || path.some(({ move }) => move === 'recordFirstContact')) continue;
      expect(
        ['COULD_NOT_CONTACT', 'DID_NOT_ATTEND', 'CLIENT_STOPPED', 'MOVED_AWAY', 'NEED_MET_ELSEWHERE'],
        key,
      ).toContain(close.outcome);
    }
  });

  it('writes notes without names, numbers to call or addresses', () => {
    const names = [
      ...clients.map(({ identity }) => identity.givenName),
      ...people.map(({ givenName }) => givenName),
    ];
    for (const { key, note } of referralPlans) {
      expect(note.length, key).toBeLessThanOrEqual(280);
      expect(note, key).not.toMatch(/@|\d{5,}|\d{3} \d{3}/);
      expect(
        names.filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(note)),
        key,
      ).toEqual([]);
    }
  });
});
