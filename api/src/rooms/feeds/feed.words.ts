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

/** Where there is no place: it is held over the network. */
export const onlineWord: Words = {
  fi: 'Verkossa',
  sv: 'På nätet',
  en: 'Online',
  ru: 'Онлайн',
  uk: 'Онлайн',
  ar: 'عبر الإنترنت',
  fa: 'برخط',
  so: 'Internetka',
};
