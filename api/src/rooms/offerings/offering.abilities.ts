import type { Viewer } from '../../platform/policy/viewer.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import type { OccurrenceAbilitiesType } from './occurrence.types.ts';
import { offeringMachine } from './offering.machine.ts';
import { offeringPolicy, type PublishingFacts } from './offering.policy.ts';
import type { OfferingRow } from './offering.row.ts';
import type { OfferingAbilitiesType } from './offering.types.ts';

/** The buttons of an offering: what policy and machine allow together. */
export const abilitiesOf = (viewer: Viewer, offering: PublishingFacts): OfferingAbilitiesType => {
  const moves = new Set(offeringMachine.allowed(offering.status, new Set(['HOST'])));
  return {
    update: moves.has('update') && offeringPolicy.can(viewer, 'update', offering),
    publish: moves.has('publish') && offeringPolicy.can(viewer, 'publish', offering),
    archive: moves.has('archive') && offeringPolicy.can(viewer, 'archive', offering),
    refer: offeringPolicy.can(viewer, 'refer', offering),
    seeSignUps: offeringPolicy.can(viewer, 'seeSignUps', offering),
  };
};

export interface OccurrenceAbilitiesRow extends OccurrenceAbilitiesType {
  readonly occurrence: OccurrenceRow;
}

type Seats = Pick<OccurrenceRow, 'capacity' | 'taken' | 'waiting' | 'held' | 'heldTaken'>;

/** Places that anyone may still take; null = no limit. None while others wait: nobody overtakes them. */
export const placesLeftOf = ({ capacity, taken, waiting, held, heldTaken }: Seats): number | null => {
  if (capacity === null) return null;
  return waiting > 0 ? 0 : Math.max(0, capacity - taken - Math.max(0, held - heldTaken));
};

export const isFull = (seats: Seats): boolean => placesLeftOf(seats) === 0;

/** Whether anyone can sign up now: no account is needed, so it is the same for every viewer. */
export const isOpenForSignUp = (
  occurrence: Pick<OccurrenceRow, 'status' | 'startsAt' | 'isListed'> & Seats,
  { takesSignUps }: Pick<OfferingRow, 'takesSignUps'>,
  now: Date,
): boolean =>
  takesSignUps &&
  occurrence.isListed &&
  occurrence.status === 'SCHEDULED' &&
  occurrence.startsAt > now &&
  !isFull(occurrence);

/** A postponed date has no time that could be over. */
const isChangeable = ({ status, endsAt }: Pick<OccurrenceRow, 'status' | 'endsAt'>, now: Date): boolean =>
  status === 'POSTPONED' || (status === 'SCHEDULED' && endsAt > now);

/** The buttons of a date, and the date itself for the room that knows when sign-up opens. */
export const occurrenceAbilitiesOf = (
  viewer: Viewer,
  occurrence: OccurrenceRow,
  offering: Pick<OfferingRow, 'takesSignUps'>,
  now: Date,
): OccurrenceAbilitiesRow => ({
  occurrence,
  cancel: isChangeable(occurrence, now) && offeringPolicy.can(viewer, 'cancelOccurrence', occurrence),
  postpone:
    occurrence.status === 'SCHEDULED' &&
    isChangeable(occurrence, now) &&
    offeringPolicy.can(viewer, 'postponeOccurrence', occurrence),
  move: isChangeable(occurrence, now) && offeringPolicy.can(viewer, 'moveOccurrence', occurrence),
  signUp: isOpenForSignUp(occurrence, offering, now),
  seeSignUps: offeringPolicy.can(viewer, 'seeSignUps', occurrence),
});
