import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'ryabina';

export const ryabinaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'ryabina-seniors',
    organisation,
    kind: 'PEER_SUPPORT',
    sourceLanguage: 'ru',
    translations: [
      text(
        'ru',
        'Клуб «Золотой возраст»',
        'Общение для тех, кому за 60: чай, лёгкая зарядка, песни и разговоры по-русски.',
        'По вторникам делаем зарядку на стульях и играем, по пятницам поём и обсуждаем новости.',
        'Если вам трудно добраться, позвоните: найдём, кто вас подвезёт.',
      ),
      text(
        'fi',
        'Kultainen ikä: venäjänkielisten senioreiden kerho',
        'Seuraa yli 60-vuotiaille: teetä, tuolijumppaa, lauluja ja juttelua venäjäksi.',
        'Tiistaisin jumppaamme tuoleilla ja pelaamme, perjantaisin laulamme ja puhumme uutisista.',
        'Jos tulo on hankalaa, soita: etsimme sinulle kyydin.',
      ),
    ],
    spokenLanguages: ['ru'],
    themes: [theme.peerSupport, theme.seniors, theme.exercise],
    audience: 'SENIORS',
    ageMinimum: 60,
    transportHelp: true,
    capacity: 20,
    place: 'ryabina-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(2, '12:00', 120), weekly(5, '12:00', 120)],
  }),
  offering({
    key: 'ryabina-finnish-practice',
    organisation,
    coHosts: ['mustikka'],
    kind: 'COURSE',
    sourceLanguage: 'ru',
    translations: [
      text(
        'ru',
        'Говорим по-фински без страха',
        'Разговорная практика для тех, кто учит финский и боится открыть рот. Объяснения – по-русски.',
        'Разыгрываем сценки: у врача, на работе, по телефону. Исправляем только то, что мешает понять.',
        'Занятия ведут учительница и волонтёр, для которого финский – родной.',
      ),
      text(
        'fi',
        'Puhutaan suomea pelkäämättä',
        'Puheharjoitusta venäjänkielisille, jotka opiskelevat suomea. Vaikeat kohdat selitetään venäjäksi.',
        'Näyttelemme tilanteita: lääkärissä, töissä, puhelimessa. Korjaamme vain sen, mikä estää ymmärtämisen.',
        'Ryhmää vetävät opettaja ja suomenkielinen vapaaehtoinen.',
      ),
    ],
    spokenLanguages: ['ru', 'fi'],
    finnishLevel: 'A1',
    themes: [theme.finnishLanguage, theme.conversation],
    audience: 'ADULTS',
    capacity: 16,
    priceEuroCents: 0,
    place: 'ryabina-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(3, '17:30', 90, { untilMonths: 7 })],
  }),
];
