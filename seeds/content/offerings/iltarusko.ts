import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

export const iltaruskoOfferings: readonly SeedOffering[] = [
  offering({
    key: 'iltarusko-village-grandparents',
    organisation: 'iltarusko',
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Kylämummot ja -vaarit',
        'Liperin eläkeläiset ja uudet perheet tapaavat: leivotaan, luetaan satuja ja puhutaan suomea.',
        'Moni uusi perhe on kaukana isovanhemmista, ja moni meistä kaukana lapsenlapsista. Yhdessä on hauskempaa.',
        'Autamme myös läksyissä ja näytämme, miten puuro keitetään ja villasukat neulotaan.',
      ),
      text(
        'en',
        'Village grandparents',
        'Older people in Liperi and new families meet to bake, read stories and speak Finnish.',
        'Many new families are far from their grandparents and many of us far from our grandchildren. It is nicer together.',
        'We also help with homework and show how porridge and woollen socks are made.',
      ),
      text(
        'uk',
        'Сільські бабусі й дідусі',
        'Пенсіонери Ліпері та нові родини зустрічаються: печемо, читаємо казки, говоримо фінською.',
        'Багато нових родин далеко від бабусь і дідусів, а багато хто з нас – далеко від онуків. Разом веселіше.',
        'Допомагаємо з уроками й показуємо, як варити кашу та плести вовняні шкарпетки.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'uk'],
    themes: [theme.peerSupport, theme.familiesWithChildren, theme.seniors],
    audience: 'FAMILIES',
    childrenWelcome: true,
    capacity: 24,
    place: 'iltarusko-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(3, '16:00', 120)],
  }),
];
