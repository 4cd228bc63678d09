import type { PortalLanguage } from '../people/index.ts';

type Words = Readonly<Record<PortalLanguage, string>>;

/** Stands before the title of a cancelled date: some calendars ignore the status. */
export const cancelledWord: Words = {
  fi: 'Peruttu',
  sv: 'Inställt',
  en: 'Cancelled',
  ru: 'Отменено',
  uk: 'Скасовано',
  ar: 'أُلغي',
  fa: 'لغو شد',
  so: 'Waa la baajiyay',
};

/** Stands before the title of a date that has no time for now. */
export const postponedWord: Words = {
  fi: 'Siirretty, uusi aika avoin',
  sv: 'Uppskjutet, ny tid öppen',
  en: 'Postponed, no new time yet',
  ru: 'Отложено, новое время пока неизвестно',
  uk: 'Відкладено, новий час поки невідомий',
  ar: 'أُجّل، والموعد الجديد غير محدد بعد',
  fa: 'به تعویق افتاد، زمان تازه هنوز معلوم نیست',
  so: 'Dib ayaa loo dhigay, waqti cusub weli ma jiro',
};

/** Stands before the title of a date at another time or place than its series has it. */
export const movedWord: Words = {
  fi: 'Siirretty',
  sv: 'Flyttat',
  en: 'Moved',
  ru: 'Перенесено',
  uk: 'Перенесено',
  ar: 'نُقل',
  fa: 'جابه‌جا شد',
  so: 'Waa la raray',
};

/** What a feed of many offerings is called. */
export const feedName: Words = {
  fi: 'Kotoverkko: tapahtumat',
  sv: 'Kotoverkko: på gång',
  en: 'Kotoverkko: what’s on',
  ru: 'Kotoverkko: события',
  uk: 'Kotoverkko: події',
  ar: 'Kotoverkko: الفعاليات',
  fa: 'Kotoverkko: رویدادها',
  so: 'Kotoverkko: dhacdooyinka',
};
