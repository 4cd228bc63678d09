import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'koivuniemi';

export const koivuniemiOfferings: readonly SeedOffering[] = [
  offering({
    key: 'koivuniemi-shared-meal',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Yhteinen ruokapöytä',
        'Lämmin lounas ja seuraa joka keskiviikko. Ruoka on maksuton.',
        'Keitämme ison kattilan ruokaa. Tarjolla on aina kasvisruokaa eikä sianlihaa koskaan.',
        'Tervetuloa, olipa uskontosi mikä tahansa. Jos haluat, voit myös auttaa keittiössä kello 9 alkaen.',
      ),
      text(
        'en',
        'A shared table',
        'A warm lunch and company every Wednesday. The food is free of charge.',
        'We cook one big pot of food. There is always a vegetarian meal and never any pork.',
        'You are welcome whatever your religion. If you like, you can help in the kitchen from 9 am.',
      ),
      text(
        'ar',
        'مائدة مشتركة',
        'غداء ساخن وصحبة طيبة كل يوم أربعاء. الطعام مجاني.',
        'نطبخ قدرًا كبيرة من الطعام. يوجد دائمًا طعام نباتي، ولا نقدم لحم الخنزير أبدًا.',
        'أهلًا بك مهما كان دينك. وإذا أحببت فيمكنك المساعدة في المطبخ ابتداءً من الساعة التاسعة صباحًا.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ar'],
    themes: [theme.food, theme.friendship],
    childrenWelcome: true,
    place: 'koivuniemi-hall',
    schedules: [weekly(3, '11:00', 120)],
  }),
  offering({
    key: 'koivuniemi-listening-room',
    organisation,
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Kuunteleva tupa',
        'Tule juttelemaan, kun mieli on raskas tai muuten vain. Sinua kuunnellaan kiireettä.',
        'Voit puhua kahden kesken tai istua muiden kanssa. Emme tyrkytä uskontoa emmekä kysy papereita.',
        'Jos haluat, autamme sinua löytämään ammattilaisen. Meillä on vaitiolovelvollisuus.',
      ),
      text(
        'en',
        'The listening room',
        'Come and talk when things feel heavy, or just because. Someone has time to listen.',
        'You can talk in private or sit with others. We do not preach and we do not ask for papers.',
        'If you wish, we help you find a professional. We keep what you say to ourselves.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ti'],
    themes: [theme.peerSupport, theme.wellbeing, theme.conversation],
    audience: 'ADULTS',
    childrenWelcome: true,
    capacity: 10,
    place: 'koivuniemi-hall',
    takesReferrals: true,
    schedules: [weekly(2, '13:00', 150)],
  }),
  offering({
    key: 'koivuniemi-food-share',
    organisation,
    kind: 'VOLUNTEER_EVENT',
    translations: [
      text(
        'fi',
        'Auta ruoan jakamisessa',
        'Haemme kaupoista ruokaa, joka muuten heitettäisiin pois, ja pakkaamme sen kasseihin. Tule mukaan!',
        'Työ on kevyttä ja iloista: lajittelua, pakkaamista ja kassien antamista. Suomea oppii samalla.',
        'Saat itsekin ottaa kassin mukaan. Opastamme jokaisen alkuun.',
      ),
      text(
        'en',
        'Help us share food',
        'We collect food that shops would throw away and pack it into bags. Join us!',
        'The work is light and cheerful: sorting, packing and handing out bags. You learn Finnish as you go.',
        'You may take a bag home as well. We show everyone how it is done.',
      ),
    ],
    spokenLanguages: ['fi', 'en'],
    themes: [theme.volunteering, theme.food],
    audience: 'ADULTS',
    ageMinimum: 15,
    capacity: 12,
    place: 'koivuniemi-hall',
    takesSignUps: true,
    schedules: [weekly(4, '14:00', 150)],
  }),
];
