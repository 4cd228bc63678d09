import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

export const karhunpesaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'karhunpesa-soup-lunch',
    organisation: 'karhunpesa',
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Karhunpesän keittopäivä ja juttupiiri',
        'Syödään keittoa, jutellaan suomeksi ja venäjäksi ja autetaan toisiamme arjen asioissa.',
        'Ruoan jälkeen istumme piirissä: mitä kuuluu, mikä on vaikeaa, kuka voi auttaa. Emäntä kääntää tarvittaessa.',
        'Jos asut sivukylällä, soita edellisenä päivänä: tulemme hakemaan sinut.',
      ),
      text(
        'ru',
        'Обед с супом и разговоры в «Кархунпеся»',
        'Едим суп, разговариваем по-фински и по-русски и помогаем друг другу в обычных делах.',
        'После еды садимся в круг: как дела, что трудно, кто может помочь. Хозяйка при необходимости переведёт.',
        'Если вы живёте в деревне, позвоните накануне – за вами заедут.',
      ),
    ],
    spokenLanguages: ['fi', 'ru'],
    themes: [theme.peerSupport, theme.food, theme.conversation],
    childrenWelcome: true,
    transportHelp: true,
    priceEuroCents: 300,
    capacity: 25,
    place: 'karhunpesa-house',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(5, '11:30', 150)],
  }),
];
