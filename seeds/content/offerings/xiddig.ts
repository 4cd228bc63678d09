import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'xiddig';

export const xiddigOfferings: readonly SeedOffering[] = [
  offering({
    key: 'xiddig-homework',
    organisation,
    kind: 'EVENT',
    translations: [
      text(
        'fi',
        'Läksykerho koululaisille',
        'Apua läksyihin suomeksi ja somaliksi. Mukana opiskelijoita, jotka ovat itse kulkeneet saman tien.',
        'Kerhossa tehdään läksyt, luetaan kokeisiin ja syödään välipala. Lopuksi pelataan.',
        'Vanhemmat voivat kysyä koulun viesteistä: luemme ne yhdessä.',
      ),
      text(
        'so',
        'Naadiga casharrada ardayda',
        'Caawimaad casharrada oo af-Finnish iyo af-Soomaali ah. Waxaa jooga arday iyagu waddadaas soo maray.',
        'Naadiga waxaan ku samaynaa casharrada, waxaan ugu diyaar garownaa imtixaannada, waxaana cunnaa cunto fudud. Ugu dambayn waan ciyaarnaa.',
        'Waalidiintu waxay wax ka weydiin karaan farriimaha iskuulka: waan wada akhrinnaa.',
      ),
    ],
    spokenLanguages: ['fi', 'so'],
    themes: [theme.studying, theme.youngPeople],
    audience: 'CHILDREN',
    ageMinimum: 7,
    ageMaximum: 15,
    childrenWelcome: true,
    capacity: 20,
    place: 'xiddig-room',
    takesSignUps: true,
    schedules: [weekly(2, '15:30', 120, { untilMonths: 7 }), weekly(4, '15:30', 120, { untilMonths: 7 })],
  }),
  offering({
    key: 'xiddig-mothers',
    organisation,
    coHosts: ['naisten-kanerva'],
    kind: 'PEER_SUPPORT',
    sourceLanguage: 'so',
    translations: [
      text(
        'so',
        'Kooxda hooyooyinka Soomaaliyeed',
        'Hooyooyinku waxay ku kulmaan shaah iyo sheeko: carruurta, iskuulka, caafimaadka iyo nolosha Finland.',
        'Waan is caawinnaa oo khibradda ayaan wadaagnaa. Mararka qaar waxaa na soo booqda kalkaaliye ama macallin.',
        'Carruurta yaryar la kaalay: qof ayaa la ciyaaraya. Waxa halkan lagu sheego halkan ayay ku harayaan.',
      ),
      text(
        'fi',
        'Somaliäitien ryhmä',
        'Äidit tapaavat teen ääressä ja puhuvat lapsista, koulusta, terveydestä ja elämästä Suomessa.',
        'Autamme toisiamme ja jaamme kokemuksia. Joskus vieraana on terveydenhoitaja tai opettaja.',
        'Ota pienet lapset mukaan: heidän kanssaan leikitään. Se, mitä ryhmässä kerrotaan, jää ryhmään.',
      ),
    ],
    spokenLanguages: ['so'],
    themes: [theme.peerSupport, theme.women, theme.parenting],
    audience: 'WOMEN',
    womenOnly: true,
    childrenWelcome: true,
    hasChildCare: true,
    capacity: 15,
    place: 'xiddig-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(3, '11:00', 150)],
  }),
  offering({
    key: 'xiddig-advice',
    organisation,
    kind: 'ADVICE',
    sourceLanguage: 'so',
    translations: [
      text(
        'so',
        'Talo af-Soomaali ah',
        'Waraaqaha, foomamka, Kela, bangiga iyo iskuulka: sabti kasta waxaan kugu caawinnaa af-Soomaali.',
        'Soo qaado waraaqda aad ka walaacsan tahay. Waan wada akhrinnaa, waxaana kuu sheegaynaa waxa xiga.',
        'Ballan uma baahnid. Haddii arrintu adag tahay, waxaan kula tagaynaa xafiiska.',
      ),
      text(
        'fi',
        'Neuvontaa somaliksi',
        'Kirjeet, lomakkeet, Kela, pankki ja koulu: autamme somalin kielellä joka lauantai.',
        'Ota mukaan kirje, joka huolettaa. Luemme sen yhdessä ja kerromme, mitä pitää tehdä seuraavaksi.',
        'Et tarvitse ajanvarausta. Jos asia on vaikea, lähdemme kanssasi virastoon.',
      ),
      text(
        'en',
        'Advice in Somali',
        'Letters, forms, Kela, the bank and school: we help in Somali every Saturday.',
        'Bring the letter that worries you. We read it together and tell you what to do next.',
        'You need no appointment. If the matter is difficult, we go to the office with you.',
      ),
    ],
    spokenLanguages: ['so', 'fi'],
    themes: [theme.advice, theme.digitalSkills],
    childrenWelcome: true,
    place: 'xiddig-room',
    takesReferrals: true,
    schedules: [weekly(6, '12:00', 180)],
  }),
];
