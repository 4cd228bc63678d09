import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'mustikka';

export const mustikkaOfferings: readonly SeedOffering[] = [
  offering({
    key: 'mustikka-finnish-cafe',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Suomen kielikahvila',
        'Puhutaan suomea selkeästi ja hitaasti. Pöytiä on kolme: alku, keskitaso ja sujuva.',
        'Jokaisessa pöydässä on vapaaehtoinen. Aiheet ovat arjesta, ja mukana on kuvia ja pelejä.',
        'Kirjaa tai läksyjä ei ole. Tule vain juttelemaan.',
      ),
      text(
        'en',
        'Finnish language café',
        'We speak Finnish, simply and slowly. There are three tables: beginners, middle and fluent.',
        'There is a volunteer at every table. We talk about daily life with the help of pictures and games.',
        'We have no book and no homework. Just come and talk.',
      ),
      text(
        'sv',
        'Språkcafé på finska',
        'Vi talar finska, enkelt och långsamt. Det finns tre bord: nybörjare, mellannivå och flytande.',
        'Vid varje bord sitter en frivillig. Vi pratar om vardagen med hjälp av bilder och spel.',
        'Vi har ingen bok och inga läxor. Kom och prata!',
      ),
    ],
    spokenLanguages: ['fi'],
    themes: [theme.finnishLanguage, theme.conversation],
    audience: 'ADULTS',
    childrenWelcome: true,
    capacity: 30,
    place: 'mustikka-cafe',
    takesSignUps: true,
    schedules: [weekly(1, '17:00', 90), weekly(4, '17:00', 90)],
  }),
  offering({
    key: 'mustikka-swedish-cafe',
    organisation,
    kind: 'EVENT',
    sourceLanguage: 'sv',
    translations: [
      text(
        'sv',
        'Språkcafé på svenska',
        'Vi talar svenska över en kopp kaffe. För dig som lär dig svenska eller saknar någon att tala med.',
        'Alla nivåer är välkomna. Vi börjar med en runda där alla berättar något litet om sin vecka.',
        'En gång i månaden läser vi en kort novell tillsammans.',
      ),
      text(
        'fi',
        'Ruotsin kielikahvila',
        'Puhumme ruotsia kahvikupin ääressä. Sopii sinulle, joka opiskelet ruotsia tai kaipaat juttuseuraa.',
        'Kaikki taitotasot ovat tervetulleita. Aluksi jokainen kertoo jotain pientä viikostaan.',
        'Kerran kuussa luemme yhdessä lyhyen novellin.',
      ),
    ],
    spokenLanguages: ['sv'],
    themes: [theme.conversation, theme.culture],
    audience: 'ADULTS',
    capacity: 20,
    place: 'joensuu-main-library',
    takesSignUps: true,
    schedules: [weekly(3, '17:30', 90)],
  }),
  offering({
    key: 'mustikka-english-cafe',
    organisation,
    kind: 'EVENT',
    sourceLanguage: 'en',
    translations: [
      text(
        'en',
        'English language café',
        'Meet people from all over the world and talk in English. Students and locals are both welcome.',
        'We start with a question of the week and see where the talk goes. Beginners are fine: we help each other.',
        'Afterwards some of us stay for board games.',
      ),
      text(
        'fi',
        'Englannin kielikahvila',
        'Tapaa ihmisiä eri puolilta maailmaa ja puhu englantia. Opiskelijat ja joensuulaiset ovat tervetulleita.',
        'Aloitamme viikon kysymyksellä ja katsomme, mihin puhe vie. Myös vasta-alkaja pärjää: autamme toisiamme.',
        'Lopuksi osa jää pelaamaan lautapelejä.',
      ),
    ],
    spokenLanguages: ['en'],
    themes: [theme.conversation, theme.friendship, theme.games],
    audience: 'ADULTS',
    capacity: 25,
    place: 'university-campus',
    takesSignUps: true,
    schedules: [weekly(2, '17:30', 120)],
  }),
];
