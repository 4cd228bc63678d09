import type { Viewer } from '../../src/platform/policy/viewer.ts';
import type { Answer, TestHub } from '../harness.ts';

export interface AskedOccurrence {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: string;
  readonly capacity: number | null;
  readonly placesTaken: number;
  readonly viewerCan: Readonly<Record<string, boolean>>;
}

export interface AskedOffering {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly priceEuroCents: number;
  readonly capacity: number | null;
  readonly title: { readonly value: string; readonly language: string; readonly isFallback: boolean };
  readonly translations: readonly {
    readonly language: string;
    readonly title: string;
    readonly description: string;
    readonly state: string;
    readonly isCopyOfSource: boolean;
    readonly direction: string;
  }[];
  readonly organisation: { readonly id: string };
  readonly coHosts: readonly { readonly id: string }[];
  readonly spokenLanguages: readonly string[];
  readonly themes: readonly { readonly id: string }[];
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly schedules: readonly {
    readonly rule: string | null;
    readonly weekdays: readonly number[];
    readonly untilOn: string | null;
  }[];
  readonly nextOccurrences: readonly AskedOccurrence[];
  readonly endsOn: string | null;
  readonly publishedAt: string | null;
  readonly viewerCan: Readonly<Record<string, boolean>>;
}

export const occurrenceFields = `id startsAt endsAt status capacity placesTaken placesLeft isFull takesSignUps
  viewerCan { cancel signUp seeSignUps }`;

export const offeringFields = `id status version priceEuroCents capacity
  title(languages: ["fi"]) { value language isFallback }
  translations { language title description state isCopyOfSource direction }
  organisation { id } coHosts { id } spokenLanguages themes { id } place { id name }
  schedules { rule weekdays untilOn } nextOccurrences(first: 100) { ${occurrenceFields} } endsOn publishedAt
  viewerCan { update publish archive refer seeSignUps }`;

export type OfferingAnswer = Omit<Answer<unknown>, 'data'> & { readonly offering: AskedOffering };

type Change = 'create' | 'update' | 'publish' | 'archive';

/** Changes an offering over GraphQL; `offering` is empty when it failed. */
export const askOfferingChange = async (
  hub: TestHub,
  viewer: Viewer | null,
  change: Change,
  input: object,
): Promise<OfferingAnswer> => {
  const type = `${change.charAt(0).toUpperCase()}${change.slice(1)}OfferingInput`;
  const { data, ...rest } = await hub.ask<Record<string, { offering: AskedOffering }> | null>(
    viewer,
    `mutation ($input: ${type}!) { change: ${change}Offering(input: $input) { offering { ${offeringFields} } } }`,
    { input },
  );
  return { ...rest, offering: data?.['change']?.offering as AskedOffering };
};

/** Reads one offering over GraphQL; null where it is not to be seen. */
export const askOffering = async (
  hub: TestHub,
  viewer: Viewer | null,
  id: string,
): Promise<AskedOffering | null> => {
  const { data } = await hub.ask<{ offering: AskedOffering | null }>(
    viewer,
    `query ($id: ID!) { offering(id: $id) { ${offeringFields} } }`,
    { id },
  );
  return data.offering;
};
