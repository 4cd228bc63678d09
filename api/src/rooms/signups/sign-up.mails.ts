import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { labelledText } from '../../platform/i18n/labelled-text.ts';
import { portalLanguageOf, portalLink } from '../people/index.ts';
import { instantText } from '../../platform/i18n/date-text.ts';
import { describeEvent, describeKnown, titleOf, type EventFacts } from './sign-up.event.ts';
import type { Addressee } from './sign-up.seal.ts';

type Template =
  | 'signups.confirmed'
  | 'signups.waiting'
  | 'signups.promoted'
  | 'signups.offered'
  | 'signups.lapsed'
  | 'signups.reminder'
  | 'signups.cancelled'
  | 'signups.occurrence-cancelled'
  | 'signups.occurrence-moved'
  | 'signups.occurrence-postponed';

interface OwnPlace {
  readonly partySize: number;
  readonly code: string;
}

/**
 * Nothing that the person wrote stands in a notice: the address is not proven, and must not carry anyone's words to
 * strangers. Phones get a text message where there is a gateway. Returns whether the person is written to.
 */
const send = async (
  hub: Hub,
  tx: Transaction,
  { contactKind, contact, languageTag }: Addressee,
  template: Template,
  values: Readonly<Record<string, string>>,
): Promise<boolean> => {
  // A client by referral has no contact here: the two sides of the referral are told.
  if (contact === '' || (contactKind === 'PHONE' && !hub.sms)) return false;
  await tx.send({
    kind: contactKind === 'MAIL' ? 'mail' : 'sms',
    to: contact,
    template,
    languageTag,
    values,
  });
  return true;
};

const detailsOf = (event: EventFacts, languageTag: string): string =>
  describeEvent(event, portalLanguageOf(languageTag));

const ownPlaceOf = (hub: Hub, person: Addressee, event: EventFacts, { partySize, code }: OwnPlace) => ({
  details: detailsOf(event, person.languageTag),
  places: String(partySize),
  link: portalLink(hub.env, person.languageTag, `/sign-ups/${code}`),
});

type TellPlace = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
  place: OwnPlace,
) => Promise<boolean>;

export const tellConfirmed: TellPlace = (hub, tx, person, event, place) =>
  send(hub, tx, person, 'signups.confirmed', ownPlaceOf(hub, person, event, place));

/** Out of the waiting list, onto a place. */
export const tellPromoted: TellPlace = (hub, tx, person, event, place) =>
  send(hub, tx, person, 'signups.promoted', ownPlaceOf(hub, person, event, place));

/** The day before. */
export const tellReminder: TellPlace = (hub, tx, person, event, place) =>
  send(hub, tx, person, 'signups.reminder', ownPlaceOf(hub, person, event, place));

/** On the waiting list, and as which in turn. */
export const tellWaiting = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
  { position, ...place }: OwnPlace & { readonly position: number },
): Promise<boolean> =>
  send(hub, tx, person, 'signups.waiting', {
    ...ownPlaceOf(hub, person, event, place),
    position: String(position),
  });

/** A place is held, and goes to the next one unless they say yes in time. */
export const tellOffered = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
  { acceptBy, ...place }: OwnPlace & { readonly acceptBy: Date },
): Promise<boolean> =>
  send(hub, tx, person, 'signups.offered', {
    ...ownPlaceOf(hub, person, event, place),
    until: instantText(acceptBy, portalLanguageOf(person.languageTag)),
  });

/** The time to say yes is over. */
export const tellLapsed = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
): Promise<boolean> =>
  send(hub, tx, person, 'signups.lapsed', {
    details: detailsOf(event, person.languageTag),
    link: portalLink(hub.env, person.languageTag, ''),
  });

export const tellCancelled = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
): Promise<boolean> =>
  send(hub, tx, person, 'signups.cancelled', {
    details: detailsOf(event, person.languageTag),
    link: portalLink(hub.env, person.languageTag, ''),
  });

/** With the host's reason in the person's language, else in another one; a sensitive offering's reason stays here. */
export const tellOccurrenceCancelled = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
): Promise<boolean> => {
  const reason = event.isSensitive ? undefined : labelledText(event.cancelReasons, person.languageTag);
  const details = detailsOf(event, person.languageTag);
  return send(hub, tx, person, 'signups.occurrence-cancelled', {
    details: reason ? `${details}\n\n${reason}` : details,
    link: portalLink(hub.env, person.languageTag, ''),
  });
};

interface Moved {
  readonly event: EventFacts;
  /** As the person knows it. */
  readonly known: EventFacts;
  readonly place: OwnPlace;
}

/** That a date has no time for now, or another one; with the host's reason, and the way to one's own place. */
export const tellMoved = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  kind: 'POSTPONED' | 'MOVED',
  { event, known, place }: Moved,
): Promise<boolean> => {
  const own = ownPlaceOf(hub, person, event, place);
  const reason = event.isSensitive ? undefined : labelledText(event.changeReasons, person.languageTag);
  // What is postponed has no time to tell but the old one.
  const about = kind === 'MOVED' ? own.details : titleOf(event, person.languageTag);
  const template = kind === 'MOVED' ? 'signups.occurrence-moved' : 'signups.occurrence-postponed';
  return send(hub, tx, person, template, {
    ...own,
    details: [about, reason].filter(Boolean).join('\n\n'),
    was: describeKnown(known, event, portalLanguageOf(person.languageTag)),
  });
};
