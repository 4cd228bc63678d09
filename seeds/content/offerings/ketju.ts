import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'ketju';

export const ketjuOfferings: readonly SeedOffering[] = [
  offering({
    key: 'ketju-open-workshop',
    organisation,
    kind: 'VOLUNTEER_EVENT',
    translations: [
      text(
        'fi',
        'Pyöräpajan avoimet ovet',
        'Korjaa oma pyöräsi tai auta muita. Työkalut ovat meillä, ja joku neuvoo aina.',
        'Käytetyt osat ovat maksuttomia. Uusista osista maksat sen, mitä ne maksavat meille.',
        'Jos autat pajalla viitenä iltana, saat kunnostetun pyörän omaksi.',
      ),
      text(
        'en',
        'Open bicycle workshop',
        'Repair your own bicycle or help others. We have the tools and someone always shows you how.',
        'Used parts are free. For new parts you pay what they cost us.',
        'Help at the workshop on five evenings and a repaired bicycle is yours to keep.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'es'],
    themes: [theme.cycling, theme.volunteering],
    childrenWelcome: true,
    capacity: 10,
    place: 'ketju-workshop',
    takesSignUps: true,
    schedules: [weekly(2, '17:00', 180), weekly(4, '17:00', 180)],
  }),
  offering({
    key: 'ketju-learn-to-ride',
    organisation,
    coHosts: ['naisten-kanerva'],
    kind: 'COURSE',
    translations: [
      text(
        'fi',
        'Opi pyöräilemään aikuisena',
        'Pyöräkoulu aikuisille, jotka eivät ole koskaan ajaneet. Oma tahti, pieni ryhmä, lainapyörä.',
        'Talvella harjoittelemme sisällä tasapainoa ja liikennesääntöjä, keväällä ajamme pihalla ja pyöräteillä.',
        'Kypärän saat lainaksi. Naisille on oma ryhmä, jos niin toivot.',
      ),
      text(
        'ar',
        'تعلّم ركوب الدراجة للكبار',
        'مدرسة دراجات للكبار الذين لم يركبوا دراجة من قبل. مجموعة صغيرة، وكل شخص يتعلم بحسب قدرته.',
        'في الشتاء نتدرب في الداخل على التوازن وقواعد المرور، وفي الربيع نقود في الساحة وعلى طرق الدراجات.',
        'نعيرك دراجة وخوذة. وللنساء مجموعة خاصة لمن ترغب.',
      ),
      text(
        'so',
        'Baro baaskiilka adigoo weyn',
        'Iskuulka baaskiilka ee dadka waaweyn ee aan weligood wadin. Koox yar, baaskiilna waa lagu amaahinayaa.',
        'Jiilaalka gudaha ayaan ku baranaynaa isu-dheelli-tirka iyo xeerarka waddada, guganna bannaanka ayaan ku wadaynaa.',
        'Koofiyadda badbaadada waan ku amaahinaynaa. Haweenku koox gaar ah ayay yeelan karaan haddii ay rabaan.',
      ),
      text(
        'en',
        'Learn to cycle as an adult',
        'A cycling school for adults who have never ridden. A small group, your own pace, a bicycle to borrow.',
        'In winter we practise balance and traffic rules indoors; in spring we ride in the yard and on cycle paths.',
        'We lend you a helmet. There is a separate group for women if you wish.',
      ),
    ],
    spokenLanguages: ['fi', 'en', 'ar'],
    themes: [theme.cycling, theme.exercise],
    audience: 'ADULTS',
    capacity: 10,
    priceEuroCents: 0,
    place: 'ketju-workshop',
    takesSignUps: true,
    schedules: [weekly(7, '12:00', 120, { untilMonths: 7 })],
  }),
];
