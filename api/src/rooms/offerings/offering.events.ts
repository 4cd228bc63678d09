import type { Transaction } from '../../platform/db/transaction.ts';
import type { KnownTime } from './occurrence.state.ts';

/** A date that does not take place after all. Handlers add those they tell to `notified`. */
export interface OccurrenceCancelled {
  readonly occurrenceId: string;
  readonly offeringId: string;
  readonly notified: { count: number };
}

/** A date has no time for now, or another time or place. Handlers add those they tell to `notified`. */
export interface OccurrenceMoved extends OccurrenceCancelled {
  readonly kind: 'POSTPONED' | 'MOVED';
  /** When and where those who are told believe it to be. */
  readonly known: KnownTime;
}

/** A host has changed a date and may still take it back. Handlers add those they will tell to `notified`. */
export interface OccurrenceChanging {
  readonly occurrenceId: string;
  readonly notified: { count: number };
}

/** Coming dates of an offering have another number of places, never less than are taken. */
export interface CapacityChanged {
  readonly offeringId: string;
}

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    'occurrence.cancelled': OccurrenceCancelled;
    'occurrence.moved': OccurrenceMoved;
    'occurrence.changing': OccurrenceChanging;
    'offering.capacity-changed': CapacityChanged;
    'offering.published': { readonly offeringId: string };
    'offering.changed': { readonly offeringId: string };
    'offering.archived': { readonly offeringId: string };
  }
}

/** Tells the upper rooms of cancelled dates; returns how many sign-ups they tell. */
export const tellCancelled = async (
  tx: Transaction,
  cancelled: readonly { readonly id: string; readonly offeringId: string }[],
): Promise<number> => {
  const notified = { count: 0 };
  for (const { id, offeringId } of cancelled) {
    await tx.emit('occurrence.cancelled', { occurrenceId: id, offeringId, notified });
  }
  return notified.count;
};
