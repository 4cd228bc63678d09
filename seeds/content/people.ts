import type { SeedPerson } from './content.types.ts';
import { associationPeople } from './people.associations.ts';
import { person } from './people.helpers.ts';

/** Municipal workers. Fictional names; the caseworker's municipality is that of the organisation. */
const municipalPeople: readonly SeedPerson[] = [
  person('Sanna', 'Miettinen', 'fi', [['joensuu', 'CASEWORKER']], {
    key: 'caseworker',
    roleWord: 'caseworker',
  }),
  person('Jukka', 'Hirvonen', 'fi', [['joensuu', 'CASEWORKER']]),
  person('Elena', 'Sorokina', 'ru', [['joensuu', 'CASEWORKER']]),
  person('Abdirahman', 'Nuur', 'fi', [['joensuu', 'CASEWORKER']]),
  person('Harri', 'Pesonen', 'fi', [['joensuu', 'MANAGER']], { key: 'manager', roleWord: 'manager' }),
  person('Outi', 'Sihvonen', 'fi', [['joensuu', 'DATA_PROTECTION_OFFICER']], {
    key: 'data-protection-officer',
    roleWord: 'data-protection officer',
  }),

  person('Minna', 'Kettunen', 'fi', [
    ['liperi', 'CASEWORKER'],
    ['liperi', 'COORDINATOR'],
  ]),
  person('Timo', 'Varis', 'fi', [['liperi', 'CASEWORKER']]),
  person('Päivi', 'Nevalainen', 'fi', [['liperi', 'MANAGER']]),

  person('Katja', 'Räsänen', 'fi', [
    ['kontiolahti', 'CASEWORKER'],
    ['kontiolahti', 'COORDINATOR'],
  ]),
  person('Juhani', 'Mutanen', 'fi', [['kontiolahti', 'CASEWORKER']]),
  person('Riitta', 'Kokkonen', 'fi', [['kontiolahti', 'MANAGER']]),

  person('Tarja', 'Ikonen', 'fi', [
    ['ilomantsi', 'CASEWORKER'],
    ['ilomantsi', 'COORDINATOR'],
  ]),
  person('Irina', 'Lebedeva', 'ru', [['ilomantsi', 'CASEWORKER']]),
  person('Martti', 'Sallinen', 'fi', [['ilomantsi', 'MANAGER']]),

  person('Heidi', 'Karvinen', 'fi', [
    ['outokumpu', 'CASEWORKER'],
    ['outokumpu', 'COORDINATOR'],
  ]),
  person('Petri', 'Ahonen', 'fi', [['outokumpu', 'CASEWORKER']]),
  person('Ulla', 'Tanskanen', 'fi', [['outokumpu', 'MANAGER']]),
];

/** International House Joensuu: experts, the network admin, those who run its own offerings. */
const centrePeople: readonly SeedPerson[] = [
  person('Ville', 'Holopainen', 'fi', [['international-house-joensuu', 'EXPERT']], {
    key: 'expert',
    roleWord: 'expert',
  }),
  person('Mariam', 'Yusuf', 'en', [['international-house-joensuu', 'EXPERT']]),
  person('Kaisa', 'Ruokolainen', 'fi', [['international-house-joensuu', 'ADMIN']], {
    key: 'network-admin',
    roleWord: 'network admin',
  }),
  person('Niina', 'Parviainen', 'fi', [['international-house-joensuu', 'COORDINATOR']]),
];

export const people: readonly SeedPerson[] = [...municipalPeople, ...centrePeople, ...associationPeople];
