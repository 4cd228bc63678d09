import type { RegionMunicipalityCode, SeedPlace } from './content.types.ts';

/** A fictional room: "example" stands in its street, so that nobody goes looking for it. */
const room = (
  key: string,
  name: { fi: string; en: string },
  number: number,
  at: {
    postalCode: string;
    city: string;
    municipality: RegionMunicipalityCode;
    latitude: number;
    longitude: number;
  },
): SeedPlace => ({
  key,
  isExample: true,
  name,
  street: `Esimerkkikatu ${number}`,
  ...at,
  isApproximate: true,
  directions: null,
});

const joensuu = { postalCode: '80100', city: 'Joensuu', municipality: '167' } as const;
const kontiolahti = { postalCode: '81100', city: 'Kontiolahti', municipality: '276' } as const;
const outokumpu = { postalCode: '83500', city: 'Outokumpu', municipality: '309' } as const;

/** The rooms of the fictional associations, somewhere in the middle of their town or village. */
export const examplePlaces: readonly SeedPlace[] = [
  room('kanerva-house', { fi: 'Kanervan talo', en: 'Kanerva house' }, 1, {
    ...joensuu,
    latitude: 62.602,
    longitude: 29.76,
  }),
  room('siltapolku-house', { fi: 'Siltapolun talo', en: 'Siltapolku house' }, 2, {
    ...joensuu,
    latitude: 62.603,
    longitude: 29.758,
  }),
  room('xiddig-room', { fi: 'Xiddigin tila', en: 'Xiddig room' }, 3, {
    ...joensuu,
    latitude: 62.604,
    longitude: 29.763,
  }),
  room('kalyna-room', { fi: 'Kalynan tila', en: 'Kalyna room' }, 4, {
    ...joensuu,
    latitude: 62.605,
    longitude: 29.756,
  }),
  room('jisr-room', { fi: 'Jisrin tila', en: 'Jisr room' }, 5, {
    ...joensuu,
    latitude: 62.601,
    longitude: 29.771,
  }),
  room('baran-room', { fi: 'Baranin tila', en: 'Baran room' }, 6, {
    ...joensuu,
    latitude: 62.599,
    longitude: 29.755,
  }),
  room('ryabina-room', { fi: 'Rjabinan tila', en: 'Ryabina room' }, 7, {
    ...joensuu,
    latitude: 62.6,
    longitude: 29.752,
  }),
  room('pikku-orava-cafe', { fi: 'Perhekahvila Pikku Orava', en: 'Pikku Orava family café' }, 8, {
    ...joensuu,
    latitude: 62.606,
    longitude: 29.76,
  }),
  room('kipina-workshop', { fi: 'Kipinän verstas', en: 'Kipinä workshop' }, 9, {
    ...joensuu,
    latitude: 62.603,
    longitude: 29.77,
  }),
  room('ketju-workshop', { fi: 'Pyöräpaja Ketju', en: 'Ketju bicycle workshop' }, 10, {
    ...joensuu,
    latitude: 62.607,
    longitude: 29.767,
  }),
  room('aamunkoi-office', { fi: 'Aamunkoin toimisto', en: 'Aamunkoi office' }, 11, {
    ...joensuu,
    latitude: 62.602,
    longitude: 29.766,
  }),
  room('mustikka-cafe', { fi: 'Kielikahvila Mustikka', en: 'Mustikka language café' }, 12, {
    ...joensuu,
    latitude: 62.601,
    longitude: 29.757,
  }),
  room('kuusikumpu-house', { fi: 'Kuusikummun kylätalo', en: 'Kuusikumpu village house' }, 1, {
    ...kontiolahti,
    latitude: 62.77,
    longitude: 29.84,
  }),
  room('lehmo-club-room', { fi: 'Lehmon kerhohuone', en: 'Lehmo club room' }, 2, {
    postalCode: '80710',
    city: 'Lehmo',
    municipality: '276',
    latitude: 62.66,
    longitude: 29.79,
  }),
  room('koivuniemi-hall', { fi: 'Koivuniemen sali', en: 'Koivuniemi hall' }, 1, {
    ...outokumpu,
    latitude: 62.726,
    longitude: 29.02,
  }),
  room('sukkula-room', { fi: 'Sukkulan ompelimo', en: 'Sukkula sewing room' }, 2, {
    ...outokumpu,
    latitude: 62.724,
    longitude: 29.015,
  }),
  room('karhunpesa-house', { fi: 'Karhunpesän kylätalo', en: 'Karhunpesä village house' }, 1, {
    postalCode: '82900',
    city: 'Ilomantsi',
    municipality: '146',
    latitude: 62.672,
    longitude: 30.93,
  }),
  room('iltarusko-room', { fi: 'Iltaruskon tupa', en: 'Iltarusko room' }, 1, {
    postalCode: '83100',
    city: 'Liperi',
    municipality: '426',
    latitude: 62.534,
    longitude: 29.387,
  }),
];
