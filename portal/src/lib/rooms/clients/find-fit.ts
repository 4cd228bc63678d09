import { formatEuros } from '#lib/i18n/words.ts';
import { ui_free } from '#lib/paraglide/messages.js';
import {
  accessReasons,
  finnishReason,
  languageReason,
  placeReasons,
  timeReasons,
  type Client,
  type FoundOffering,
  type Reason,
} from './fit-reasons.ts';

/** An offering with every reason for and against it, best reasons first. */
export function fitOf(client: Client, offering: FoundOffering) {
  const has = new Set(offering.themes.map(({ id }) => id));
  const themes = client.wishes.filter(({ id }) => has.has(id));
  const reasons: Reason[] = [
    languageReason(client, offering),
    finnishReason(client, offering),
    ...placeReasons(client, offering),
    ...themes.map(({ label }): Reason => ({ kind: 'fits', text: label.value })),
    { kind: 'fact', text: offering.isFree ? ui_free() : formatEuros(offering.priceEuroCents) },
    ...accessReasons(client, offering),
    ...timeReasons(offering),
  ];
  const of = (kind: Reason['kind']): string[] =>
    reasons.filter((reason) => reason.kind === kind).map(({ text }) => text);
  return {
    id: offering.id,
    title: offering.title,
    summary: offering.summary,
    organisation: offering.organisation.name,
    canReceive: offering.organisation.canReceiveReferrals,
    fits: of('fits'),
    against: of('against'),
    facts: of('fact'),
    startsAt: offering.nextOccurrences[0]?.startsAt ?? '9999',
  };
}

export type Fit = ReturnType<typeof fitOf>;

/** Who can be referred first; then the better fit, the sooner, the id: the same input gives the same order. */
export function byFit(left: Fit, right: Fit): number {
  const score = ({ canReceive, fits, against }: Fit): number =>
    (canReceive ? 100 : 0) + fits.length - 2 * against.length;
  return (
    score(right) - score(left) ||
    left.startsAt.localeCompare(right.startsAt) ||
    left.id.localeCompare(right.id)
  );
}
