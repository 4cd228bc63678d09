import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { localize } from '../../platform/i18n/localized-text.ts';
import { portalLanguageOf, portalLink } from '../people/index.ts';
import { describeEvent, type EventFacts } from './sign-up.event.ts';
import type { ContactKind } from './sign-up.words.ts';

/** Whom a mail goes to, opened. */
export interface Addressee {
  readonly contactKind: ContactKind;
  readonly contact: string;
  readonly languageTag: string;
}

type Template = 'signups.confirmed' | 'signups.cancelled' | 'signups.occurrence-cancelled';

/**
 * Nothing that the person wrote stands in a mail: the address is not proven, and must not carry anyone's words to
 * strangers. Returns whether there is an address to write to.
 */
const send = async (
  tx: Transaction,
  { contactKind, contact, languageTag }: Addressee,
  template: Template,
  values: Readonly<Record<string, string>>,
): Promise<boolean> => {
  if (contactKind !== 'MAIL') return false;
  await tx.send({ kind: 'mail', to: contact, template, languageTag, values });
  return true;
};

const detailsOf = (event: EventFacts, languageTag: string): string =>
  describeEvent(event, portalLanguageOf(languageTag));

export const tellConfirmed = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
  { partySize, code }: { readonly partySize: number; readonly code: string },
): Promise<boolean> =>
  send(tx, person, 'signups.confirmed', {
    details: detailsOf(event, person.languageTag),
    places: String(partySize),
    link: portalLink(hub.env, person.languageTag, `/sign-ups/${code}`),
  });

export const tellCancelled = (
  hub: Hub,
  tx: Transaction,
  person: Addressee,
  event: EventFacts,
): Promise<boolean> =>
  send(tx, person, 'signups.cancelled', {
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
  const reason = event.isSensitive ? null : localize(event.cancelReasons, [person.languageTag]);
  const details = detailsOf(event, person.languageTag);
  return send(tx, person, 'signups.occurrence-cancelled', {
    details: reason ? `${details}\n\n${reason.value}` : details,
    link: portalLink(hub.env, person.languageTag, ''),
  });
};
