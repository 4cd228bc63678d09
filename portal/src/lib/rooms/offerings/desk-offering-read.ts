import { isTicked, text, texts } from '#lib/server/forms.ts';
import { rhythms, timeKinds } from './desk-offering-times.ts';
import { isBlank, type OfferingValues, type TextValues } from './desk-offering-values.ts';

function readTexts(form: FormData): TextValues[] {
  const indexes = [...form.keys()].flatMap((name) => {
    const index = /^title-(\d+)$/.exec(name)?.[1];
    return index === undefined ? [] : [index];
  });
  return indexes
    .map((index) => ({
      language: text(form, `language-${index}`),
      title: text(form, `title-${index}`),
      summary: text(form, `summary-${index}`),
      description: text(form, `description-${index}`),
    }))
    .filter((written, index) => index < 2 || !isBlank(written));
}

/** A word of a list; another one counts as the usual: the form's own controls cannot send it. */
function wordOf<Word extends string>(words: readonly Word[], sent: string, usual: Word): Word {
  return words.find((word) => word === sent) ?? usual;
}

/** The form of an offering as it was sent. */
export function readOfferingForm(form: FormData): OfferingValues {
  return {
    kind: text(form, 'kind'),
    texts: readTexts(form),
    spokenLanguages: texts(form, 'spokenLanguages'),
    otherLanguage: text(form, 'otherLanguage'),
    changeTimes: isTicked(form, 'changeTimes'),
    repeats: wordOf(['ONCE', ...rhythms], text(form, 'repeats'), 'WEEKLY'),
    weekdays: texts(form, 'weekdays'),
    interval: text(form, 'interval') || '1',
    monthWeek: text(form, 'monthWeek'),
    firstOn: text(form, 'firstOn'),
    startTime: text(form, 'startTime'),
    durationMinutes: text(form, 'durationMinutes'),
    timeKind: wordOf(timeKinds, text(form, 'timeKind'), 'TIMED'),
    untilOn: text(form, 'untilOn'),
    skips: texts(form, 'skips'),
    skippedOn: text(form, 'skippedOn'),
    extraOn: text(form, 'extraOn'),
    placeId: text(form, 'placeId'),
    newPlaceName: text(form, 'newPlaceName'),
    newPlaceStreet: text(form, 'newPlaceStreet'),
    newPlacePostalCode: text(form, 'newPlacePostalCode'),
    newPlaceMunicipality: text(form, 'newPlaceMunicipality'),
    onlineUrl: text(form, 'onlineUrl'),
    takesSignUps: isTicked(form, 'takesSignUps'),
    capacity: text(form, 'capacity'),
    takesReferrals: isTicked(form, 'takesReferrals'),
    facts: texts(form, 'facts'),
    finnishLevel: text(form, 'finnishLevel') || 'NONE',
    audience: text(form, 'audience') || 'EVERYONE',
    ageMinimum: text(form, 'ageMinimum'),
    ageMaximum: text(form, 'ageMaximum'),
    priceEuros: text(form, 'priceEuros'),
    priceNote: text(form, 'priceNote'),
    contactName: text(form, 'contactName'),
    contactEmail: text(form, 'contactEmail'),
    contactPhone: text(form, 'contactPhone'),
    themeIds: texts(form, 'themeIds'),
    isSensitive: isTicked(form, 'isSensitive'),
  };
}
