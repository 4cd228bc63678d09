import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'kuusikumpu';

export const kuusikumpuOfferings: readonly SeedOffering[] = [
  offering({
    key: 'kuusikumpu-village-evening',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Kyläilta: keitto, sauna ja tarinat',
        'Perjantaisin syödään keittoa ja tavataan naapureita. Sauna on lämmin kello 18 alkaen.',
        'Kylätalolle ovat tervetulleita kaikki, niin uudet kuin vanhat asukkaat. Keitossa on aina kasvisvaihtoehto.',
        'Naisten saunavuoro on kello 18–19 ja miesten kello 19–20. Saunaan ei ole pakko mennä.',
      ),
      text(
        'en',
        'Village evening: soup, sauna and stories',
        'On Fridays we eat soup and meet neighbours. The sauna is warm from 6 pm.',
        'Everyone is welcome at the village house, new and old residents alike. There is always a vegetarian soup.',
        'The sauna is for women from 6 to 7 pm and for men from 7 to 8 pm. Nobody has to go to the sauna.',
      ),
    ],
    spokenLanguages: ['fi', 'en'],
    themes: [theme.food, theme.friendship],
    childrenWelcome: true,
    priceEuroCents: 300,
    place: 'kuusikumpu-house',
    takesSignUps: true,
    capacity: 30,
    schedules: [weekly(5, '17:00', 180)],
  }),
  offering({
    key: 'kuusikumpu-shared-work',
    organisation,
    kind: 'VOLUNTEER_EVENT',
    translations: [
      text(
        'fi',
        'Lauantaitalkoot kylätalolla',
        'Teemme polttopuita, korjaamme ja siivoamme yhdessä. Talkoolaisille on ruoka ja sauna.',
        'Talkoot on suomalainen tapa: työ tehdään yhdessä ja ilman palkkaa, ja lopuksi syödään hyvin.',
        'Työkalut ja hanskat saat meiltä. Jokaiselle löytyy sopiva tehtävä, myös lapsille.',
      ),
      text(
        'en',
        'Saturday work party at the village house',
        'We make firewood, repair and clean together. Food and sauna for everyone who takes part.',
        'This is a Finnish custom called talkoot: we work together without pay and eat well afterwards.',
        'We have tools and gloves for you. There is a task for everyone, children too.',
      ),
      text(
        'uk',
        'Суботня толока в сільському домі',
        'Разом рубаємо дрова, ремонтуємо й прибираємо. Для учасників – обід і сауна.',
        'Це фінський звичай, схожий на нашу толоку: працюємо гуртом без оплати, а потім смачно їмо.',
        'Інструменти й рукавиці дамо. Робота знайдеться кожному, навіть дітям.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'uk'],
    themes: [theme.volunteering, theme.nature],
    childrenWelcome: true,
    stepFree: false,
    place: 'kuusikumpu-house',
    takesSignUps: true,
    capacity: 25,
    schedules: [weekly(6, '10:00', 240, { intervalWeeks: 2 })],
  }),
  offering({
    key: 'kuusikumpu-lehmo-talk',
    organisation,
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Lehmon juttutupa',
        'Kahvia ja juttuseuraa uusille ja vanhoille lehmolaisille. Puhutaan selkeästi ja kuunnellaan kaikkia.',
        'Moni meistä on kotona päivisin: vanhempia, eläkeläisiä, työtä etsiviä. Täällä ei tarvitse olla yksin.',
        'Joka toinen kerta teemme jotain käsillä: leivomme, neulomme tai korjaamme vaatteita.',
      ),
      text(
        'en',
        'Lehmo talking room',
        'Coffee and company for new and old residents of Lehmo. We speak clearly and listen to everyone.',
        'Many of us are at home during the day: parents, retired people, people looking for work. You need not be alone.',
        'Every second time we do something with our hands: bake, knit or mend clothes.',
      ),
      text(
        'uk',
        'Розмови за кавою в Лехмо',
        'Кава й товариство для нових і давніх мешканців Лехмо. Говоримо чітко й слухаємо кожного.',
        'Багато хто з нас удень удома: батьки, пенсіонери, ті, хто шукає роботу. Тут не треба бути на самоті.',
        'Через раз щось майструємо: печемо, плетемо або лагодимо одяг.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'uk'],
    finnishLevel: 'A1',
    themes: [theme.peerSupport, theme.conversation, theme.crafts],
    audience: 'ADULTS',
    childrenWelcome: true,
    capacity: 16,
    place: 'lehmo-club-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(1, '12:00', 120)],
  }),
];
