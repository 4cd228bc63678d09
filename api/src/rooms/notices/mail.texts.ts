import { portalLanguageOf, type PortalLanguage } from '../people/index.ts';

/** A mail's text with `{placeholders}`. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

export type MailTemplate = Readonly<Record<PortalLanguage, MailText>>;

const files = import.meta.glob<MailTemplate>('./texts/*.json', { eager: true, import: 'default' });

/** Every template by its name, `<room>.<name>`: one file each, in all languages of the portal. */
export const mailTemplates: ReadonlyMap<string, MailTemplate> = new Map(
  Object.entries(files).map(([path, template]) => [path.replace(/^.*\/|\.json$/g, ''), template]),
);

export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

const placeholder = /\{(\w+)\}/g;

export const placeholdersOf = ({ subject, body }: MailText): string[] =>
  [...new Set(`${subject}\n${body}`.matchAll(placeholder).map(([, name = '']) => name))].sort();

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(placeholder, (_whole, name: string) => values[name] ?? '');

/** A template in the reader's language, English when the portal does not have it. Throws UnknownTemplate. */
export const renderMail = (
  template: string,
  languageTag: string,
  values: Readonly<Record<string, string>>,
): MailText & { languageTag: PortalLanguage } => {
  const language = portalLanguageOf(languageTag);
  const text = mailTemplates.get(template)?.[language];
  if (!text) throw new UnknownTemplate(template);
  // A line break in a subject would begin another header.
  return {
    subject: fill(text.subject, values).replaceAll(/\s+/g, ' '),
    body: fill(text.body, values),
    languageTag: language,
  };
};

/** The same in the few lines of a text message: what it is about, the date, when it was to be, until when, and the link. */
export const renderSms = (
  template: string,
  languageTag: string,
  values: Readonly<Record<string, string>>,
): string => {
  const { subject } = renderMail(template, languageTag, values);
  const { details, was, until, link } = values;
  return [subject, details, was && `✗ ${was}`, until && `⏱ ${until}`, link].filter(Boolean).join('\n');
};
