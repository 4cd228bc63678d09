import { anonymousViewer, systemViewer } from '../../src/platform/policy/viewer.ts';
import {
  askHosts,
  checkCodeOf,
  OccurrenceService,
  OfferingService,
  PlaceService,
} from '../../src/rooms/offerings/index.ts';
import { RegionService } from '../../src/rooms/regions/index.ts';
import { SignUpService } from '../../src/rooms/signups/index.ts';
import type { TestHub } from '../harness.ts';
import { anOccurrence, anOffering, aPlace, weeklyTuesdays } from '../makers/offering.ts';
import type { AccessOrganisations } from './access.organisations.ts';

const system = systemViewer('test');

/** What the association offers, and who signed up. */
export interface AccessOfferings {
  readonly placeId: string;
  /** Published; nothing about it is empty. */
  readonly offeringId: string;
  /** Of `occurrenceId`: people have places there. */
  readonly supperOfferingId: string;
  /** Its themes. */
  readonly themeIds: readonly string[];
  readonly draftId: string;
  /** The link of a question whether it is still right. */
  readonly checkCode: string;
  readonly occurrenceId: string;
  /** A date to which nobody signed up yet. */
  readonly openOccurrenceId: string;
  readonly cancelledOccurrenceId: string;
  /** Moved to another time and place. */
  readonly movedOccurrenceId: string;
  /** A date today, and a sign-up to it. */
  readonly todayOccurrenceId: string;
  readonly todaySignUpId: string;
  /** A full date this evening, with a waiting list. */
  readonly waitingOccurrenceId: string;
  /** The links of two who signed up, one of whom gave the place back, and of two who wait; others' are nobody else's. */
  readonly codes: readonly string[];
}

const everyField = {
  kind: 'COURSE',
  ageMinimum: 18,
  ageMaximum: 64,
  priceEuroCents: 500,
  priceNote: 'Coffee is free.',
  capacity: 20,
  takesReferrals: true,
  contactName: 'Kaisa',
  contactEmail: 'course@example.org',
  contactPhone: '040 111 2222',
  onlineUrl: 'https://meet.example.org/course',
} as const;

/** Its English text fell behind and lacks a part. */
const outdateTexts = async (hub: TestHub, offeringId: string): Promise<void> => {
  await hub.hub.get(OfferingService).update(system, {
    offeringId,
    version: 1,
    translations: [
      { language: 'fi', title: 'Iltapala', summary: 'Tule mukaan.', description: 'Teetä.' },
      { language: 'en', title: 'Supper', summary: 'Come along.' },
    ],
  });
};

const makePlaces = async (hub: TestHub, organisationId: string): Promise<string> => {
  const places = hub.hub.get(PlaceService);
  const where = { streetAddress: 'Rantakatu 1', municipalityCode: '167' };
  await places.createShared(system, { ...where, name: 'Library' });
  const place = await places.create(system, {
    ...where,
    organisationId,
    name: 'Community house',
    postalCode: '80100',
    latitude: 62.6,
    longitude: 29.76,
    directions: 'The blue door.',
  });
  await aPlace(hub, { organisationId, name: 'Cellar' });
  return place.id;
};

const signUpThree = async (hub: TestHub, occurrenceId: string): Promise<string[]> => {
  const signUps = hub.hub.get(SignUpService);
  const come = (firstName: string, contact: { email: string } | { phone: string }) =>
    signUps.create(anonymousViewer(), {
      occurrenceId,
      firstName,
      languageTag: 'ar',
      needs: ['CHILD_CARE'],
      ...contact,
    });
  const { code } = await come('Amir', { email: 'amir@example.org' });
  const { code: givenBack } = await come('Noor', { phone: '040 333 4444' });
  await signUps.cancel(anonymousViewer(), givenBack);
  await come('Zaynab', { email: 'zaynab@example.org' });
  return [code, givenBack];
};

const rules = {
  opensDaysBefore: 300,
  closesHoursBefore: 1,
  minimumPeople: 3,
  largestParty: 5,
  heldPlaces: 0,
  hasWaitingList: true,
};

/** A date this evening: one gave the only place back, one holds it until they accept, one waits. */
const aWaitingList = async (
  hub: TestHub,
  organisationId: string,
): Promise<{ id: string; codes: string[] }> => {
  const signUps = hub.hub.get(SignUpService);
  const { id } = await anOccurrence(hub, {
    organisationId,
    title: 'Choir',
    capacity: 1,
    startsAtLocal: '2026-11-24T22:00',
  });
  const come = (firstName: string) =>
    signUps.create(anonymousViewer(), {
      occurrenceId: id,
      firstName,
      languageTag: 'ar',
      email: `${firstName.toLowerCase()}@example.org`,
      wait: true,
    });
  const [first, second, third] = [await come('Hala'), await come('Rima'), await come('Yusuf')];
  await signUps.cancel(anonymousViewer(), first.code);
  return { id, codes: [second.code, third.code] };
};

/** A date today with somebody at the door. */
const aDoor = async (hub: TestHub, organisationId: string): Promise<{ id: string; signUpId: string }> => {
  const { id } = await anOccurrence(hub, {
    organisationId,
    title: 'Dance',
    startsAtLocal: '2026-11-24T20:00',
  });
  const { signUp } = await hub.hub.get(SignUpService).create(anonymousViewer(), {
    occurrenceId: id,
    firstName: 'Dalia',
    languageTag: 'ar',
    email: 'dalia@example.org',
  });
  return { id, signUpId: signUp.id };
};

export const accessOfferings = async (
  hub: TestHub,
  { association, sister, municipality }: AccessOrganisations,
): Promise<AccessOfferings> => {
  const organisationId = association.id;
  const placeId = await makePlaces(hub, organisationId);
  const [theme] = await hub.hub.get(RegionService).themes();
  const themeIds = theme ? [theme.id] : [];
  const offering = await anOffering(hub, {
    organisationId,
    ...everyField,
    placeId,
    themeIds,
    coHostIds: [sister.id],
    schedules: [
      weeklyTuesdays,
      { startsAtLocal: '2026-12-02T10:00', durationMinutes: 60, weekdays: [3], untilOn: '2026-12-23' },
      {
        startsAtLocal: '2026-12-10T10:00',
        durationMinutes: 60,
        rhythm: 'MONTHLY_ON_WEEKDAY',
        monthWeek: 2,
        count: 3,
        skippedOn: ['2027-01-14'],
        extraStarts: ['2027-01-15T10:00'],
      },
    ],
  });
  const draft = await anOffering(hub, {
    organisationId,
    title: 'Unripe plan',
    contactName: 'Kaisa Coordinator',
    publish: false,
  });
  await anOffering(hub, { organisationId: municipality.id, title: 'Open office' });
  const supper = await anOccurrence(hub, {
    organisationId,
    title: 'Supper',
    capacity: 20,
    onlineUrl: 'https://meet.example.org/supper',
  });
  const occurrenceId = supper.id;
  await outdateTexts(hub, supper.offeringId);
  for (const offeringId of [offering.id, supper.offeringId])
    await hub.hub.get(SignUpService).setRules(system, { ...rules, offeringId, needsAsked: ['CHILD_CARE'] });
  const choir = await aWaitingList(hub, organisationId);
  const door = await aDoor(hub, organisationId);
  const { id: openOccurrenceId } = await anOccurrence(hub, { organisationId, title: 'Sauna' });
  const { id: cancelledOccurrenceId } = await anOccurrence(hub, { organisationId, title: 'Walk' });
  const { id: movedOccurrenceId } = await anOccurrence(hub, { organisationId, placeId, title: 'Picnic' });
  const codes = await signUpThree(hub, occurrenceId);
  const reasons = [{ language: 'en', value: 'It rains.' }];
  await hub.hub.get(OccurrenceService).cancel(system, { occurrenceId: cancelledOccurrenceId, reasons });
  const park = await aPlace(hub, { organisationId, name: 'Park' });
  await hub.hub.get(OccurrenceService).move(system, {
    occurrenceId: movedOccurrenceId,
    startsAtLocal: '2026-11-28T12:00',
    placeId: park.id,
    reasons,
  });
  const checkId = await askHosts(hub.hub, { offeringId: offering.id, organisationId, reason: 'UNTOUCHED' });
  return {
    checkCode: checkCodeOf(hub.hub.crypto, checkId),
    placeId,
    offeringId: offering.id,
    supperOfferingId: supper.offeringId,
    themeIds,
    draftId: draft.id,
    occurrenceId,
    openOccurrenceId,
    cancelledOccurrenceId,
    movedOccurrenceId,
    waitingOccurrenceId: choir.id,
    todayOccurrenceId: door.id,
    todaySignUpId: door.signUpId,
    codes: [...codes, ...choir.codes],
  };
};
