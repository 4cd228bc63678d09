import { describe, expect, it } from 'vitest';
import { useHub, type Answer } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { aPlace, anOccurrence, anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { aSignUp, aSignUpInput, type SignUpWish } from '../../../test/makers/sign-up.ts';
import { newId } from '../../platform/ids.ts';

const hub = useHub();

interface Made {
  readonly createSignUp: {
    readonly code: string;
    readonly signUp: {
      readonly id: string;
      readonly status: string;
      readonly partySize: number;
      readonly firstName: string | null;
      readonly contact: string | null;
      readonly contactKind: string;
      readonly occurrence: { readonly placesTaken: number; readonly placesLeft: number | null };
      readonly viewerCan: { readonly cancel: boolean };
    };
  };
}

let visitors = 0;
const signUp = (wish: SignUpWish, address = `198.51.100.${(visitors += 1)}`): Promise<Answer<Made>> =>
  hub.ask<Made>(
    null,
    `mutation ($input: CreateSignUpInput!) { createSignUp(input: $input) { code signUp {
       id status partySize firstName contact contactKind occurrence { placesTaken placesLeft } viewerCan { cancel } } } }`,
    { input: aSignUpInput(wish) },
    { address },
  );

const aDate = async (
  wish: { capacity?: number; isSensitive?: boolean; takesSignUps?: boolean; placeId?: string } = {},
) => {
  const organisation = await anOrganisation(hub);
  const occurrence = await anOccurrence(hub, {
    organisationId: organisation.id,
    title: 'Language café',
    ...wish,
  });
  return { organisation, occurrence, occurrenceId: occurrence.id };
};

describe('signing up without an account', () => {
  it('gives a place, a code and a mail in the person’s language', async () => {
    const organisation = await anOrganisation(hub);
    const place = await aPlace(hub, { organisationId: organisation.id });
    const occurrence = await anOccurrence(hub, {
      organisationId: organisation.id,
      placeId: place.id,
      capacity: 10,
      title: 'Language café',
    });
    await deliverMails(hub);
    const { data, failure } = await signUp({
      occurrenceId: occurrence.id,
      partySize: 3,
      email: 'a@example.org',
    });
    expect(failure).toBeNull();
    const { code, signUp: made } = data.createSignUp;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(made).toMatchObject({
      status: 'CONFIRMED',
      partySize: 3,
      firstName: 'Samira',
      contact: 'a@example.org',
      contactKind: 'MAIL',
      occurrence: { placesTaken: 3, placesLeft: 7 },
      viewerCan: { cancel: true },
    });
    const [mail, ...others] = await deliverMails(hub);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'a@example.org', subject: 'Your place is confirmed' });
    for (const part of [
      'Language café',
      'Thursday',
      '26 November 2026',
      '17:00–19:00',
      'Community house',
      'Places: 3',
      `/en/sign-ups/${code}`,
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toContain('Samira');
  });

  it('writes in Arabic to who reads Arabic, and in English where the portal has no such language', async () => {
    const { occurrenceId } = await aDate();
    await deliverMails(hub);
    await signUp({ occurrenceId, languageTag: 'ar-EG' });
    await signUp({ occurrenceId, languageTag: 'ku' });
    const mails = await deliverMails(hub);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Your place is confirmed',
      'تم تأكيد تسجيلك',
    ]);
    expect(mails.find(({ subject }) => subject.startsWith('ت'))?.text).toContain('/ar/sign-ups/');
  });

  it('names neither title nor place of a sensitive offering in a mail', async () => {
    const { occurrenceId } = await aDate({ isSensitive: true });
    await deliverMails(hub);
    await signUp({ occurrenceId });
    const [mail] = await deliverMails(hub);
    expect(mail?.text).toContain('Thursday');
    expect(`${mail?.subject} ${mail?.text}`).not.toContain('Language café');
  });

  it('keeps a phone number with its country code, and sends no mail', async () => {
    const { occurrenceId } = await aDate();
    await deliverMails(hub);
    const { data } = await signUp({ occurrenceId, phone: '040 123 4567' });
    expect(data.createSignUp.signUp).toMatchObject({ contact: '+358401234567', contactKind: 'PHONE' });
    expect(await deliverMails(hub)).toEqual([]);
  });

  it('answers a repeated request with the same sign-up and code, and takes no second place', async () => {
    const { occurrenceId } = await aDate({ capacity: 5 });
    const input = { occurrenceId, email: 'twice@example.org', idempotencyKey: 'key-of-a-form-1' };
    const [first, second] = [await signUp(input), await signUp(input)];
    expect(second.data.createSignUp).toEqual(first.data.createSignUp);
    expect(second.data.createSignUp.signUp.occurrence.placesTaken).toBe(1);
    const other = await signUp({ ...input, firstName: 'Ali' });
    expect(other.failure).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('refuses a second place for the same contact, in capitals too, until the first is given back', async () => {
    const { occurrenceId } = await aDate({ capacity: 5 });
    const { code } = await aSignUp(hub, { occurrenceId, email: 'one@example.org' });
    const again = await signUp({ occurrenceId, email: 'One@Example.org' });
    expect(again.failure).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_SIGNED_UP' });
    await cancel(code);
    const { data } = await signUp({ occurrenceId, email: 'one@example.org' });
    expect(data.createSignUp.signUp.occurrence.placesTaken).toBe(1);
  });

  it('tells how many places are left when there are too few', async () => {
    const { occurrenceId } = await aDate({ capacity: 4 });
    await aSignUp(hub, { occurrenceId, partySize: 3 });
    const { failure } = await signUp({ occurrenceId, partySize: 2 });
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'OCCURRENCE_FULL', facts: { placesLeft: 1 } });
    expect((await signUp({ occurrenceId })).data.createSignUp.signUp.occurrence.placesLeft).toBe(0);
  });

  it('refuses where one does not sign up, a draft’s date and an unknown one', async () => {
    const { occurrenceId } = await aDate({ takesSignUps: false });
    expect((await signUp({ occurrenceId })).failure?.reason).toBe('SIGN_UPS_NOT_TAKEN');
    const organisation = await anOrganisation(hub);
    const draft = await anOffering(hub, { organisationId: organisation.id, publish: false });
    const dates = await hub.ask<{ occurrences: { nodes: { id: string }[] } }>(
      aViewerIn(organisation, 'COORDINATOR'),
      `query ($id: ID!) { occurrences(filter: { offeringId: $id }) { nodes { id } } }`,
      { id: draft.id },
    );
    const hidden = await signUp({ occurrenceId: dates.data.occurrences.nodes[0]?.id ?? '' });
    const absent = await signUp({ occurrenceId: newId() });
    expect(hidden.failure?.code).toBe('NOT_FOUND');
    expect(hidden.failure).toEqual(absent.failure);
    expect((await signUp({ occurrenceId: 'x' })).failure).toEqual(absent.failure);
  });

  it('names every wrong field at once', async () => {
    const { occurrenceId } = await aDate();
    const { failure } = await signUp({
      occurrenceId,
      firstName: ' \u202e ',
      partySize: 11,
      phone: '12',
      email: 'both@example.org',
    });
    expect(failure?.code).toBe('INVALID_INPUT');
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      'input.firstName TEXT_NOT_ALLOWED',
      'input.partySize PARTY_SIZE_OUT_OF_RANGE',
      'input.phone INVALID_PHONE',
      'input.phone ONE_CONTACT_ONLY',
    ]);
    const none = await signUp({ occurrenceId, email: null });
    expect(none.failure?.fields).toMatchObject([{ path: 'input.email', reason: 'CONTACT_MISSING' }]);
    const long = await signUp({ occurrenceId, firstName: 'a'.repeat(101) });
    expect(long.failure?.reason).toBe('TEXT_TOO_LONG');
    const emoji = await signUp({ occurrenceId, firstName: '<b>🌻 Löytö</b>' });
    expect(emoji.data.createSignUp.signUp.firstName).toBe('<b>🌻 Löytö</b>');
  });

  it('slows down who signs up from one address without end, and who fills one mailbox', async () => {
    const { occurrenceId } = await aDate();
    const crowd = [];
    for (let count = 0; count < 61; count += 1) crowd.push(await signUp({ occurrenceId }, '203.0.113.1'));
    expect(crowd.filter(({ failure }) => failure === null)).toHaveLength(60);
    expect(crowd.at(-1)?.failure).toMatchObject({ code: 'RATE_LIMITED', reason: 'TOO_MANY_REQUESTS' });
    const same = [];
    for (let count = 0; count < 11; count += 1)
      same.push(await signUp({ occurrenceId, email: 'full@example.org' }));
    expect(same.at(-1)?.failure).toMatchObject({
      code: 'RATE_LIMITED',
      facts: { retryAfterSeconds: expect.any(Number) },
    });
  });
});

describe('one’s own link', () => {
  it('shows the place, also when the code is typed by hand, and looking changes nothing', async () => {
    const { occurrenceId } = await aDate();
    const { code } = await aSignUp(hub, { occurrenceId });
    const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}`;
    for (const text of [code, typed, ` ${code} `]) {
      const { data } = await look(text);
      expect(data.signUp).toMatchObject({
        status: 'CONFIRMED',
        firstName: 'Samira',
        viewerCan: { cancel: true },
      });
    }
  });

  it('answers an unknown code with nothing', async () => {
    for (const code of ['', '0'.repeat(20), 'Ä'.repeat(20), 'x'.repeat(5_000)]) {
      expect(await look(code)).toMatchObject({ data: { signUp: null }, failure: null });
      expect((await cancel(code)).failure).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('gives the place back once, with one mail', async () => {
    const { occurrenceId } = await aDate({ capacity: 4 });
    const { code } = await aSignUp(hub, { occurrenceId, partySize: 4 });
    await deliverMails(hub);
    const [one, two] = await Promise.all([cancel(code), cancel(code)]);
    for (const { data } of [one, two, await cancel(code)]) {
      expect(data.cancelSignUp.signUp).toMatchObject({ status: 'CANCELLED', viewerCan: { cancel: false } });
    }
    expect((await look(code)).data.signUp?.occurrence.placesTaken).toBe(0);
    expect((await deliverMails(hub)).map(({ subject }) => subject)).toEqual(['Your place is cancelled']);
  });

  it('does not open what has begun', async () => {
    const { occurrenceId } = await aDate();
    const { code } = await aSignUp(hub, { occurrenceId });
    const now = hub.clock.now();
    hub.clock.set(new Date('2026-11-26T17:00:00+02:00'));
    expect((await cancel(code)).failure).toMatchObject({ code: 'CONFLICT', reason: 'OCCURRENCE_PAST' });
    expect((await look(code)).data.signUp?.viewerCan.cancel).toBe(false);
    expect((await signUp({ occurrenceId })).failure?.reason).toBe('OCCURRENCE_PAST');
    hub.clock.set(now);
  });
});

interface Looked {
  readonly status: string;
  readonly firstName: string | null;
  readonly occurrence: { readonly placesTaken: number };
  readonly viewerCan: { readonly cancel: boolean };
}
const fields = 'status firstName occurrence { placesTaken } viewerCan { cancel }';

const look = (code: string): Promise<Answer<{ signUp: Looked | null }>> =>
  hub.ask(null, `query ($code: String!) { signUp(code: $code) { ${fields} } }`, { code });

const cancel = (code: string): Promise<Answer<{ cancelSignUp: { signUp: Looked } }>> =>
  hub.ask(
    null,
    `mutation ($input: CancelSignUpInput!) { cancelSignUp(input: $input) { signUp { ${fields} } } }`,
    { input: { code } },
  );
