import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'pikku-orava';

export const pikkuOravaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'orava-open-cafe',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Avoin perhekahvila',
        'Leikkiä lapsille, kahvia aikuisille. Tule milloin vain aamupäivän aikana ja viivy niin kauan kuin haluat.',
        'Lattialla leikitään, pöydässä jutellaan. Kello 11 laulamme yhdessä lauluja eri kielillä.',
        'Ruoan voi lämmittää mikrossa. Vaunut mahtuvat sisälle.',
      ),
      text(
        'en',
        'Open family café',
        'Play for children, coffee for adults. Come any time in the morning and stay as long as you like.',
        'There is play on the floor and talk at the table. At 11 we sing songs in different languages.',
        'You can warm up food in the microwave. Prams fit inside.',
      ),
      text(
        'ru',
        'Открытое семейное кафе',
        'Игры для детей, кофе для взрослых. Приходите утром в любое время и оставайтесь сколько захотите.',
        'На полу играют, за столом беседуют. В 11 часов вместе поём песни на разных языках.',
        'Еду можно разогреть в микроволновке. Для колясок есть место внутри.',
      ),
      text(
        'ar',
        'مقهى العائلة المفتوح',
        'لعب للأطفال وقهوة للكبار. تعالوا في أي وقت من الصباح وابقوا ما شئتم.',
        'الأطفال يلعبون والكبار يتحدثون. في الساعة 11 نغني معًا أغاني بلغات مختلفة.',
        'يمكنكم تسخين الطعام في الميكروويف، ويوجد مكان لعربات الأطفال في الداخل.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ru', 'ar'],
    themes: [theme.familiesWithChildren, theme.friendship],
    audience: 'FAMILIES',
    ageMaximum: 6,
    childrenWelcome: true,
    place: 'pikku-orava-cafe',
    schedules: [weekly(1, '09:30', 150), weekly(3, '09:30', 150), weekly(5, '09:30', 150)],
  }),
  offering({
    key: 'orava-baby-group',
    organisation,
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Vauvaryhmä: ensimmäinen vuosi Suomessa',
        'Pieni ryhmä alle 1-vuotiaiden vanhemmille, joilla ei ole sukulaisia lähellä.',
        'Puhumme unesta, ruoasta, neuvolasta ja omasta jaksamisesta. Vauvat ovat mukana lattialla.',
        'Ryhmän vetäjä on itse muuttanut Suomeen. Myös isät ovat tervetulleita.',
      ),
      text(
        'en',
        'Baby group: the first year in Finland',
        'A small group for parents of babies under one year who have no relatives nearby.',
        'We talk about sleep, food, the child health clinic and how we are doing. The babies are on the floor with us.',
        'The group leader has moved to Finland herself. Fathers are welcome, too.',
      ),
      text(
        'ru',
        'Группа для родителей с младенцами: первый год в Финляндии',
        'Небольшая группа для родителей детей до года, у которых рядом нет родных.',
        'Говорим о сне, еде, детской консультации и о том, где брать силы. Малыши – рядом, на коврике.',
        'Ведущая сама переехала в Финляндию. Папы тоже приглашаются.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ru'],
    themes: [theme.peerSupport, theme.babies, theme.parenting],
    audience: 'FAMILIES',
    childrenWelcome: true,
    capacity: 12,
    place: 'pikku-orava-cafe',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(4, '10:00', 120)],
  }),
  offering({
    key: 'orava-fathers',
    organisation,
    coHosts: ['jisr'],
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Isät ja lapset lauantaina',
        'Isät, lapset ja pulla: joka toinen lauantai leikitään, rakennetaan ja pelataan yhdessä.',
        'Äiti saa vapaata, isä tutustuu toisiin isiin. Keväällä menemme ulos ja grillaamme makkaraa, myös halal-makkaraa.',
        'Mukaan voi tulla kerran tai joka kerta.',
      ),
      text(
        'en',
        'Fathers and children on Saturday',
        'Fathers, children and buns: every second Saturday we play, build things and spend time together.',
        'Mothers get time off and fathers meet other fathers. In spring we go outdoors and grill sausages, halal ones too.',
        'Come once or every time.',
      ),
      text(
        'ar',
        'الآباء والأطفال يوم السبت',
        'آباء وأطفال وكعك: نلتقي يوم السبت مرة كل أسبوعين لنلعب ونصنع أشياء معًا.',
        'ترتاح الأم ويتعرف الأب على آباء آخرين. وفي الربيع نخرج إلى الهواء الطلق ونشوي النقانق، ومنها الحلال.',
        'يمكنك الحضور مرة واحدة أو كل مرة.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ar'],
    themes: [theme.peerSupport, theme.men, theme.parenting],
    audience: 'FAMILIES',
    childrenWelcome: true,
    capacity: 24,
    place: 'pikku-orava-cafe',
    takesSignUps: true,
    schedules: [weekly(6, '10:00', 150, { intervalWeeks: 2 })],
  }),
];
