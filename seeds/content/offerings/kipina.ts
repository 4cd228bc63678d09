import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'kipina';

export const kipinaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'kipina-open-evening',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Avoin ilta nuorille',
        'Pelejä, biljardia, musiikkia ja iltapalaa 13–19-vuotiaille. Tule yksin tai kaverin kanssa.',
        'Ohjaajat ovat paikalla koko illan. Voit jutella, kysyä tai vain hengata.',
        'Päihteitä ei saa tuoda, eikä ketään kiusata. Säännöt ovat kaikille samat.',
      ),
      text(
        'en',
        'Open evening for young people',
        'Games, pool, music and a snack for people aged 13–19. Come alone or with a friend.',
        'Youth workers are here all evening. You can talk, ask something or just hang out.',
        'No alcohol or drugs, and nobody is bullied. The rules are the same for all.',
      ),
      text(
        'so',
        'Fiidka furan ee dhalinyarada',
        'Ciyaaro, bilyaardo, muusig iyo cunto fudud oo loogu talagalay 13–19 jirka. Keligaa kaalay ama saaxiib la kaalay.',
        'Hagayaashu fiidkii oo dhan way joogaan. Waad la sheekaysan kartaa, wax weydiin kartaa ama iska joogi kartaa.',
        'Khamri iyo daroogo lama keeni karo, qofna lama dhibo. Xeerarku dadka oo dhan way u siman yihiin.',
      ),
      text(
        'fa',
        'شب آزاد جوانان',
        'بازی، بیلیارد، موسیقی و عصرانه برای ۱۳ تا ۱۹ ساله‌ها. تنها یا با دوستتان بیایید.',
        'مربیان تا پایان برنامه حضور دارند. می‌توانید حرف بزنید، سؤال کنید یا فقط وقت بگذرانید.',
        'الکل، مواد مخدر و آزار دادن دیگران ممنوع است. قانون برای همه یکی است.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'so', 'fa'],
    themes: [theme.youngPeople, theme.games, theme.music],
    audience: 'YOUNG_PEOPLE',
    ageMinimum: 13,
    ageMaximum: 19,
    place: 'kipina-workshop',
    schedules: [weekly(2, '16:00', 240), weekly(5, '17:00', 240)],
  }),
  offering({
    key: 'kipina-study-support',
    organisation,
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Oma polku: ryhmä 16–25-vuotiaille',
        'Tukea opiskeluun, ensimmäiseen työhön ja itsenäiseen elämään nuorille, jotka ovat muuttaneet Suomeen.',
        'Ryhmässä on kymmenen nuorta ja kaksi ohjaajaa. Teemme hakemuksia, mietimme rahaa ja tutustumme kouluihin.',
        'Saat myös oman mentorin, joka on muutaman vuoden sinua vanhempi.',
      ),
      text(
        'en',
        'My own path: group for ages 16–25',
        'Support with studies, a first job and life on your own, for young people who have moved to Finland.',
        'The group has ten young people and two leaders. We write applications, talk about money and visit schools.',
        'You also get a mentor who is a few years older than you.',
      ),
      text(
        'fa',
        'راه من: گروه ۱۶ تا ۲۵ ساله‌ها',
        'کمک به تحصیل، اولین کار و زندگی مستقل برای جوانانی که به فنلاند آمده‌اند.',
        'گروه ده جوان و دو راهنما دارد. درخواست‌نامه می‌نویسیم، دربارهٔ پول حرف می‌زنیم و با مدرسه‌ها آشنا می‌شویم.',
        'یک راهنمای شخصی هم خواهید داشت که چند سال از شما بزرگ‌تر است.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'fa'],
    finnishLevel: 'A1',
    themes: [theme.peerSupport, theme.youngPeople, theme.studying],
    audience: 'YOUNG_PEOPLE',
    ageMinimum: 16,
    ageMaximum: 25,
    capacity: 10,
    place: 'kipina-workshop',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(3, '15:30', 120)],
  }),
];
