import type { SeedPerson } from './content.types.ts';
import { person } from './people.helpers.ts';

/** Coordinators and volunteers of the fictional associations. */
export const associationPeople: readonly SeedPerson[] = [
  person('Leila', 'Haddad', 'en', [['naisten-kanerva', 'COORDINATOR']], {
    key: 'coordinator',
    roleWord: 'coordinator',
  }),
  person('Maarit', 'Kuivalainen', 'fi', [['naisten-kanerva', 'COORDINATOR']]),
  person('Zahra', 'Noori', 'fa', [['naisten-kanerva', 'VOLUNTEER']], {
    key: 'volunteer',
    roleWord: 'volunteer',
  }),
  person('Tuula', 'Eskelinen', 'fi', [['naisten-kanerva', 'VOLUNTEER']]),

  person('Anna', 'Turunen', 'fi', [['siltapolku', 'COORDINATOR']]),
  person('Omar', 'Saleh', 'ar', [['siltapolku', 'COORDINATOR']]),
  person('Pekka', 'Laakkonen', 'fi', [['siltapolku', 'VOLUNTEER']]),
  person('Grace', 'Mensah', 'en', [['siltapolku', 'VOLUNTEER']]),

  person('Mikko', 'Pirinen', 'fi', [['hilla', 'COORDINATOR']]),
  person('Hodan', 'Farah', 'so', [['hilla', 'VOLUNTEER']]),
  person('Lassi', 'Timonen', 'fi', [['hilla', 'VOLUNTEER']]),

  person('Eeva', 'Lappalainen', 'fi', [['kuusikumpu', 'COORDINATOR']]),
  person('Reijo', 'Kärkkäinen', 'fi', [['kuusikumpu', 'VOLUNTEER']]),
  person('Olena', 'Bondar', 'uk', [['kuusikumpu', 'VOLUNTEER']]),

  person('Kirsi', 'Vänskä', 'fi', [['koivuniemi', 'COORDINATOR']]),
  person('Erkki', 'Juvonen', 'fi', [['koivuniemi', 'VOLUNTEER']]),
  person('Miriam', 'Tesfay', 'en', [['koivuniemi', 'VOLUNTEER']]),

  person('Faadumo', 'Warsame', 'so', [['xiddig', 'COORDINATOR']]),
  person('Yusuf', 'Jama', 'so', [['xiddig', 'COORDINATOR']]),
  person('Ayaan', 'Hirsi', 'so', [
    ['xiddig', 'VOLUNTEER'],
    ['kipina', 'VOLUNTEER'],
  ]),

  person('Oksana', 'Melnyk', 'uk', [['kalyna', 'COORDINATOR']]),
  person('Taras', 'Kovalenko', 'uk', [['kalyna', 'COORDINATOR']]),
  person('Iryna', 'Shevchuk', 'uk', [['kalyna', 'VOLUNTEER']]),
  person('Andrii', 'Lysenko', 'uk', [['kalyna', 'VOLUNTEER']]),

  person('Nour', 'Al-Khatib', 'ar', [['jisr', 'COORDINATOR']]),
  person('Yasin', 'Darwish', 'ar', [['jisr', 'VOLUNTEER']]),
  person('Rima', 'Qasim', 'ar', [['jisr', 'VOLUNTEER']]),

  person('Parisa', 'Rahimi', 'fa', [['baran', 'COORDINATOR']]),
  person('Reza', 'Sadeghi', 'fa', [['baran', 'VOLUNTEER']]),
  person('Farida', 'Ahmadi', 'fa', [['baran', 'VOLUNTEER']]),

  person('Svetlana', 'Orlova', 'ru', [['ryabina', 'COORDINATOR']]),
  person('Galina', 'Smirnova', 'ru', [['ryabina', 'VOLUNTEER']]),

  person('Jenni', 'Väisänen', 'fi', [['pikku-orava', 'COORDINATOR']]),
  person('Daria', 'Petrova', 'ru', [['pikku-orava', 'VOLUNTEER']]),
  person('Salla', 'Koponen', 'fi', [['pikku-orava', 'VOLUNTEER']]),

  person('Henrik', 'Lindholm', 'sv', [['mustikka', 'COORDINATOR']]),
  person('Aino', 'Saarelainen', 'fi', [['mustikka', 'VOLUNTEER']]),
  person('Rahul', 'Das', 'en', [['mustikka', 'VOLUNTEER']]),

  person('Joonas', 'Mononen', 'fi', [['kipina', 'COORDINATOR']]),
  person('Sara', 'Nazari', 'fa', [['kipina', 'VOLUNTEER']]),

  person('Esa', 'Puumalainen', 'fi', [['ketju', 'COORDINATOR']]),
  person('Carlos', 'Rivera', 'en', [['ketju', 'VOLUNTEER']]),

  person('Leena', 'Asikainen', 'fi', [['sukkula', 'COORDINATOR']]),
  person('Natalia', 'Ivanova', 'ru', [['sukkula', 'VOLUNTEER']]),

  person('Raili', 'Sissonen', 'fi', [['karhunpesa', 'COORDINATOR']]),
  person('Viktor', 'Pavlov', 'ru', [['karhunpesa', 'VOLUNTEER']]),

  person('Kaarina', 'Hämäläinen', 'fi', [['iltarusko', 'COORDINATOR']]),
  person('Paavo', 'Rautiainen', 'fi', [['iltarusko', 'VOLUNTEER']]),

  person('Johanna', 'Tolvanen', 'fi', [['aamunkoi', 'COORDINATOR']]),
  person('Samir', 'Mansour', 'ar', [['aamunkoi', 'COORDINATOR']]),
  person('Dmitri', 'Volkov', 'ru', [['aamunkoi', 'VOLUNTEER']]),
];
