import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'jisr';

export const jisrOfferings: readonly SeedOffering[] = [
  offering({
    key: 'jisr-fathers-talk',
    organisation,
    kind: 'PEER_SUPPORT',
    sourceLanguage: 'ar',
    translations: [
      text(
        'ar',
        'ملتقى الآباء',
        'لقاء أسبوعي للآباء الناطقين بالعربية: تربية الأبناء والعمل والحياة في بلد جديد.',
        'نتحدث بصراحة عن الأبناء بين ثقافتين وعن دور الأب. ولا يحكم أحد على أحد.',
        'مرة في الشهر ندعو ضيفًا من المدرسة أو من خدمات الأسرة ليجيب عن أسئلتنا.',
      ),
      text(
        'fi',
        'Isien ryhmä arabiaksi',
        'Viikoittainen tapaaminen arabiankielisille isille: lapset, työ ja elämä uudessa maassa.',
        'Puhumme suoraan lapsista kahden kulttuurin välissä ja isän roolista. Kukaan ei tuomitse.',
        'Kerran kuussa vieraana on joku koulusta tai perhepalveluista vastaamassa kysymyksiimme.',
      ),
    ],
    spokenLanguages: ['ar'],
    themes: [theme.peerSupport, theme.men, theme.parenting],
    audience: 'MEN',
    capacity: 15,
    place: 'jisr-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(4, '18:00', 120)],
  }),
  offering({
    key: 'jisr-digital-help',
    organisation,
    kind: 'ADVICE',
    sourceLanguage: 'ar',
    translations: [
      text(
        'ar',
        'مساعدة في الهاتف والخدمات الإلكترونية',
        'نساعدك بالعربية في البنك الإلكتروني وموقع كيلا ورسائل المدرسة وحجز مواعيد الطبيب.',
        'أحضر هاتفك. نريك الخطوات حتى تستطيع القيام بها وحدك في المرة القادمة.',
        'لا نسألك عن كلمات السر، ولا نُدخلها بدلًا عنك أبدًا.',
      ),
      text(
        'fi',
        'Digiapua arabiaksi',
        'Autamme arabiaksi verkkopankin, Kelan sivujen, Wilman ja ajanvarauksen käytössä.',
        'Ota puhelin mukaan. Näytämme vaiheet niin, että osaat ensi kerralla itse.',
        'Emme kysy salasanojasi emmekä koskaan kirjoita niitä puolestasi.',
      ),
      text(
        'en',
        'Digital help in Arabic',
        'Help in Arabic with online banking, the Kela website, school messages and booking a doctor.',
        'Bring your phone. We show you the steps so that you can do it yourself next time.',
        'We never ask for your passwords and never type them for you.',
      ),
    ],
    spokenLanguages: ['ar', 'fi', 'en'],
    themes: [theme.digitalSkills, theme.advice],
    childrenWelcome: true,
    place: 'jisr-room',
    takesReferrals: true,
    schedules: [weekly(2, '16:00', 150), weekly(6, '13:00', 150)],
  }),
  offering({
    key: 'jisr-family-sunday',
    organisation,
    kind: 'EVENT',
    sourceLanguage: 'ar',
    translations: [
      text(
        'ar',
        'أحد العائلات',
        'قصص وأشغال يدوية للأطفال وقهوة للكبار. يوم للعائلات بالعربية والفنلندية.',
        'يستمع الأطفال إلى قصة باللغتين ثم يرسمون ويلعبون، ويتعرف الأهل بعضهم على بعض.',
        'كل عائلة تُحضر شيئًا صغيرًا إلى المائدة إذا استطاعت.',
      ),
      text(
        'fi',
        'Perheiden sunnuntai',
        'Satuja ja askartelua lapsille, kahvia aikuisille. Perhepäivä arabiaksi ja suomeksi.',
        'Lapset kuuntelevat sadun kahdella kielellä, piirtävät ja leikkivät. Vanhemmat tutustuvat toisiinsa.',
        'Jokainen perhe tuo pöytään jotain pientä, jos voi.',
      ),
    ],
    spokenLanguages: ['ar', 'fi'],
    themes: [theme.familiesWithChildren, theme.culture],
    audience: 'FAMILIES',
    childrenWelcome: true,
    capacity: 35,
    place: 'jisr-room',
    takesSignUps: true,
    schedules: [weekly(7, '13:00', 150)],
  }),
];
