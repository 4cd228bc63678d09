import { formatList } from '#lib/i18n/words.ts';
import {
  public_fact_contact,
  public_fact_languages,
  public_fact_when,
  public_fact_where,
  public_online,
  public_slip_code,
  public_slip_time_agreed,
} from '#lib/paraglide/messages.js';
import type { PlaceFacts } from './offering-facts.queries.ts';

/** A line of the picture, and how it is written. */
export interface SlipLine {
  readonly text: string;
  readonly look: 'title' | 'strong' | 'plain' | 'label';
}

interface SlipFacts {
  readonly offering: {
    readonly title: { readonly value: string };
    readonly summary: { readonly value: string };
    readonly organisation: { readonly name: string };
    readonly contactName: string | null;
    readonly contactPhone: string | null;
    readonly contactEmail: string | null;
    readonly isOnline: boolean;
    readonly place: PlaceFacts | null;
  };
  readonly dates: readonly { readonly day: string; readonly hours: string }[];
  readonly languages: readonly string[];
}

/** Keeps numbers and addresses in their own order inside a line that is read from right to left. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

const part = (label: string, texts: readonly (string | false | null | undefined)[]): SlipLine[] => {
  const told = texts.filter((text): text is string => Boolean(text));
  if (told.length === 0) return [];
  return [{ text: label, look: 'label' }, ...told.map((text): SlipLine => ({ text, look: 'strong' }))];
};

/** What stands on the slip, line by line, in its order: the same as on paper, and nothing of who takes it. */
export function slipLines({ offering, dates, languages }: SlipFacts): SlipLine[] {
  const { place, contactName, contactPhone, contactEmail, isOnline } = offering;
  const when = dates.map(({ day, hours }) => `${day} ${leftToRight(hours)}`);
  const town = place && [place.postalCode, place.municipality.name.value].filter(Boolean).join(' ');
  return [
    { text: offering.title.value, look: 'title' },
    { text: offering.organisation.name, look: 'plain' },
    ...(offering.summary.value ? [{ text: offering.summary.value, look: 'plain' } as const] : []),
    ...part(public_fact_when(), when.length > 0 ? when : [public_slip_time_agreed()]),
    ...part(public_fact_where(), [
      place?.name,
      place?.streetAddress,
      town,
      place?.directions,
      isOnline && public_online(),
    ]),
    ...part(public_fact_contact(), [
      contactName,
      contactPhone && leftToRight(contactPhone),
      contactEmail && leftToRight(contactEmail),
    ]),
    ...part(public_fact_languages(), [formatList(languages)]),
    { text: public_slip_code(), look: 'label' },
  ];
}
