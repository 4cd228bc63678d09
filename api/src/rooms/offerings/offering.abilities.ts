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

export const isFull = ({ capacity, taken }: Pick<OccurrenceRow, 'capacity' | 'taken'>): boolean =>
  capacity !== null && taken >= capacity;

/** Whether anyone can sign up now: no account is needed, so it is the same for every viewer. */
export const isOpenForSignUp = (
  occurrence: Pick<OccurrenceRow, 'status' | 'startsAt' | 'isListed' | 'capacity' | 'taken'>,
  { takesSignUps }: Pick<OfferingRow, 'takesSignUps'>,
  now: Date,
): boolean =>
  takesSignUps &&
  occurrence.isListed &&
  occurrence.status === 'SCHEDULED' &&
  occurrence.startsAt > now &&
  !isFull(occurrence);

/** The buttons of a date. */
export const occurrenceAbilitiesOf = (
  viewer: Viewer,
  occurrence: OccurrenceRow,
  offering: Pick<OfferingRow, 'takesSignUps'>,
  now: Date,
): OccurrenceAbilitiesType => ({
  cancel:
    occurrence.status === 'SCHEDULED' &&
    occurrence.endsAt > now &&
    offeringPolicy.can(viewer, 'cancelOccurrence', occurrence),
  signUp: isOpenForSignUp(occurrence, offering, now),
  seeSignUps: offeringPolicy.can(viewer, 'seeSignUps', occurrence),
});
