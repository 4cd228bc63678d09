import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'aamunkoi';

export const aamunkoiOfferings: readonly SeedOffering[] = [
  offering({
    key: 'aamunkoi-mentors',
    organisation,
    kind: 'PEER_SUPPORT',
    translations: [
      text(
        'fi',
        'Työelämän mentori',
        'Saat mentorin, joka tuntee alasi Pohjois-Karjalassa. Tapaatte viisi kertaa ja teette suunnitelman.',
        'Tiistaisin mentorit ja työtä etsivät tapaavat yhdessä: jaamme vinkkejä ja tutustumme työnantajiin.',
        'Mukaan pääset, kun olet asunut Suomessa hetken ja haluat töihin tai omalle alallesi.',
      ),
      text(
        'en',
        'A mentor from working life',
        'You get a mentor who knows your field in North Karelia. You meet five times and make a plan.',
        'On Tuesdays mentors and people looking for work meet as a group: we share tips and meet employers.',
        'You can join once you have lived in Finland for a while and want a job, or a job in your own field.',
      ),
      text(
        'ru',
        'Наставник в поиске работы',
        'У вас будет наставник, который знает вашу сферу в Северной Карелии. Пять встреч и общий план.',
        'По вторникам наставники и те, кто ищет работу, собираются вместе: делимся советами и знакомимся с работодателями.',
        'Присоединиться можно, если вы уже немного пожили в Финляндии и хотите работать, в том числе по специальности.',
      ),
      text(
        'ar',
        'موجّه مهني',
        'يرافقك موجّه يعرف مجال عملك في كاريليا الشمالية. تلتقيان خمس مرات وتضعان خطة معًا.',
        'أيام الثلاثاء يجتمع الموجّهون والباحثون عن العمل: نتبادل النصائح ونتعرف على أصحاب العمل.',
        'يمكنك الانضمام إذا كنت قد عشت في فنلندا فترة وتريد العمل، أو العمل في مجال تخصصك.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ru', 'ar'],
    finnishLevel: 'A1',
    themes: [theme.workSearch, theme.workingLife, theme.peerSupport],
    audience: 'ADULTS',
    ageMinimum: 18,
    capacity: 20,
    place: 'karelia-campus',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(2, '16:30', 120)],
  }),
  offering({
    key: 'aamunkoi-application-workshop',
    organisation,
    kind: 'COURSE',
    translations: [
      text(
        'fi',
        'Hakemuspaja',
        'Tee työhakemus ja ansioluettelo valmiiksi ja harjoittele haastattelua. Apua saat heti.',
        'Voit tulla oman työpaikkailmoituksen kanssa. Katsomme yhdessä, mitä työnantaja etsii ja mitä sinä osaat.',
        'Pajalla on tietokoneita, tulostin ja kamera hakemuskuvaa varten.',
      ),
      text(
        'en',
        'Application workshop',
        'Finish your job application and CV and practise an interview. You get help on the spot.',
        'Bring a job advertisement. Together we look at what the employer wants and what you can do.',
        'We have computers, a printer and a camera for your photo.',
      ),
      text(
        'ar',
        'ورشة طلبات العمل',
        'أكمل طلب العمل والسيرة الذاتية وتدرّب على المقابلة. تحصل على المساعدة فورًا.',
        'أحضر معك إعلان وظيفة. نرى معًا ما الذي يبحث عنه صاحب العمل وما الذي تجيده أنت.',
        'لدينا حواسيب وطابعة وكاميرا لصورة الطلب.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ar'],
    finnishLevel: 'A2',
    themes: [theme.workSearch, theme.digitalSkills],
    audience: 'ADULTS',
    capacity: 12,
    place: 'aamunkoi-office',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(4, '13:00', 150)],
  }),
];
