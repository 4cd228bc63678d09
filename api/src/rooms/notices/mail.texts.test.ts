import { describe, expect, it } from 'vitest';
import { portalLanguages } from '../people/index.ts';
import { mailTemplates, placeholdersOf, renderMail, UnknownTemplate } from './mail.texts.ts';

describe('the texts of mails', () => {
  it.each([...mailTemplates])(
    '%s: every language, the same placeholders, nothing copied',
    (_name, template) => {
      expect(Object.keys(template).sort()).toEqual([...portalLanguages].sort());
      const expected = placeholdersOf(template.en);
      const texts = portalLanguages.map((language) => template[language]);
      for (const text of texts) {
        expect(placeholdersOf(text)).toEqual(expected);
        expect(text.subject.trim()).not.toBe('');
        expect(text.body.trim()).not.toBe('');
      }
      expect(new Set(texts.map(({ body }) => body)).size).toBe(portalLanguages.length);
    },
  );

  it('are filled in the reader’s language, English where there is none', () => {
    const values = { link: 'https://hub.test/x', minutes: '10' };
    expect(renderMail('people.sign-in', 'ar-EG', values)).toMatchObject({
      subject: 'تسجيل الدخول إلى Kotoverkko',
      languageTag: 'ar',
    });
    const spare = renderMail('people.sign-in', 'ku', values);
    expect(spare).toMatchObject({ subject: 'Sign in to Kotoverkko', languageTag: 'en' });
    expect(spare.body).toContain('https://hub.test/x');
    expect(spare.body).not.toMatch(/[{}]/);
  });

  it('put no second line into a subject, and no placeholder of a value into the text', () => {
    const values = { organisation: 'A\r\nBcc: x@example.org {link}', link: 'https://hub.test/x', days: '14' };
    const { subject, body } = renderMail('people.invitation', 'en', values);
    expect(subject).toBe('Invitation: A Bcc: x@example.org {link} in Kotoverkko');
    expect(body.match(/https:\/\/hub\.test\/x/g)).toHaveLength(1);
  });

  it('have no unknown template', () => {
    expect(() => renderMail('people.nothing', 'en', {})).toThrow(UnknownTemplate);
  });
});
