import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

export const sukkulaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'sukkula-sewing-evening',
    organisation: 'sukkula',
    kind: 'COURSE',
    translations: [
      {
        ...text(
          'fi',
          'Ompeluilta',
          'Opi ompelemaan verhot, hame tai lapsen housut. Koneita on kuusi, ja ohjaaja auttaa vieressä.',
          'Voit tuoda oman työn tai valita valmiin mallin. Myös vaatteiden korjaaminen opitaan täällä.',
          'Käsillä tekeminen auttaa, vaikka yhteistä kieltä olisi vähän.',
        ),
        priceNote: 'Hinta sisältää langat ja käytetyt kankaat.',
      },
      {
        ...text(
          'ru',
          'Вечер шитья',
          'Научитесь шить шторы, юбку или детские брюки. Есть шесть машин, и мастерица всегда рядом.',
          'Можно принести свою работу или выбрать готовую выкройку. Чинить одежду тоже научим.',
          'Когда заняты руки, можно понять друг друга и без слов.',
        ),
        priceNote: 'В цену входят нитки и бывшие в употреблении ткани.',
      },
      {
        ...text(
          'en',
          'Sewing evening',
          'Learn to sew curtains, a skirt or children’s trousers. There are six machines and an instructor beside you.',
          'Bring your own work or choose a ready pattern. You also learn to mend clothes.',
          'Working with your hands helps even if we share few words.',
        ),
        priceNote: 'The price includes thread and second-hand fabrics.',
      },
    ],
    spokenLanguages: ['fi', 'ru', 'en'],
    themes: [theme.sewing, theme.crafts],
    audience: 'ADULTS',
    capacity: 6,
    priceEuroCents: 500,
    place: 'sukkula-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(1, '17:00', 150), weekly(3, '17:00', 150)],
  }),
];
