import type { SeedOffering } from '../content.types.ts';
import { theme } from '../theme-ids.ts';
import { offering, text, weekly } from './offering.helpers.ts';

const organisation = 'baran';

export const baranOfferings: readonly SeedOffering[] = [
  offering({
    key: 'baran-women',
    organisation,
    kind: 'PEER_SUPPORT',
    sourceLanguage: 'fa',
    translations: [
      text(
        'fa',
        'گروه زنان باران',
        'چهارشنبه‌ها زنان فارسی‌زبان و دری‌زبان دور هم جمع می‌شوند: گفتگو، چای و پشتیبانی از یکدیگر.',
        'دربارهٔ خانواده، سلامت، درس و کار حرف می‌زنیم و راه‌هایی را که خودمان پیدا کرده‌ایم به هم نشان می‌دهیم.',
        'از کودکان مراقبت می‌شود. لازم نیست فنلاندی بدانید.',
      ),
      text(
        'fi',
        'Baranin naisten ryhmä',
        'Persian- ja darinkieliset naiset tapaavat keskiviikkoisin: keskustelua, teetä ja tukea toisilta.',
        'Puhumme perheestä, terveydestä, opiskelusta ja työstä ja kerromme, mikä on auttanut meitä.',
        'Lapsille on hoitaja. Suomea ei tarvitse osata.',
      ),
    ],
    spokenLanguages: ['fa', 'prs'],
    themes: [theme.peerSupport, theme.women],
    audience: 'WOMEN',
    womenOnly: true,
    childrenWelcome: true,
    hasChildCare: true,
    capacity: 15,
    place: 'baran-room',
    takesSignUps: true,
    takesReferrals: true,
    schedules: [weekly(3, '14:00', 120)],
  }),
  offering({
    key: 'baran-poetry',
    organisation,
    kind: 'EVENT',
    sourceLanguage: 'fa',
    translations: [
      text(
        'fa',
        'شب شعر و چای',
        'یک جمعه در میان شعر می‌خوانیم، از حافظ تا شاعران امروز، و ترجمهٔ فنلاندی آن را هم می‌شنویم.',
        'هر کس می‌تواند شعری بخواند یا فقط گوش کند. گاهی ساز هم می‌زنیم.',
        'ورود برای همه آزاد است. چای و شیرینی داریم.',
      ),
      text(
        'fi',
        'Runon ja teen ilta',
        'Joka toinen perjantai luemme runoja Hafezista nykyrunoilijoihin, persiaksi ja suomeksi.',
        'Voit lukea oman tai toisen runon tai vain kuunnella. Joskus mukana on musiikkia.',
        'Ilta on kaikille avoin. Tarjolla on teetä ja leivonnaisia.',
      ),
      text(
        'en',
        'Poetry and tea evening',
        'Every second Friday we read poems from Hafez to poets of today, in Persian and in Finnish.',
        'Read a poem or just listen. Sometimes there is music.',
        'The evening is open to all. There is tea and something sweet.',
      ),
    ],
    spokenLanguages: ['fa', 'prs', 'fi'],
    themes: [theme.culture, theme.music],
    capacity: 40,
    place: 'baran-room',
    takesSignUps: true,
    schedules: [weekly(5, '18:00', 120, { intervalWeeks: 2 })],
  }),
  offering({
    key: 'baran-mind-circle',
    organisation,
    kind: 'PEER_SUPPORT',
    sourceLanguage: 'fa',
    translations: [
      text(
        'fa',
        'حلقهٔ آرامش: گروهی برای کسانی که دلشان گرفته است',
        'گروهی بسته برای کسانی که با غم، بی‌خوابی یا خاطره‌های سخت زندگی می‌کنند. به فارسی و دری.',
        'یک پرستار روان و یک راهنمای هم‌زبان گروه را اداره می‌کنند. هر چه بگویید همان‌جا می‌ماند.',
        'پیش از شروع یک گفتگوی دو نفره داریم. این گروه جای پزشک را نمی‌گیرد.',
      ),
      text(
        'fi',
        'Levon piiri: ryhmä niille, joilla on raskas mieli',
        'Suljettu ryhmä niille, jotka elävät surun, unettomuuden tai vaikeiden muistojen kanssa. Persiaksi ja dariksi.',
        'Ryhmää ohjaavat psykiatrinen sairaanhoitaja ja samaa kieltä puhuva vertaisohjaaja. Puheet jäävät ryhmään.',
        'Ennen aloitusta tapaamme kahden kesken. Ryhmä ei korvaa lääkäriä.',
      ),
    ],
    spokenLanguages: ['fa', 'prs'],
    themes: [theme.peerSupport, theme.wellbeing],
    audience: 'ADULTS',
    ageMinimum: 18,
    capacity: 8,
    place: 'baran-room',
    takesReferrals: true,
    isSensitive: true,
    schedules: [weekly(1, '17:00', 90)],
  }),
];
