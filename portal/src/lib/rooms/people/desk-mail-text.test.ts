import { describe, expect, it } from 'vitest';
import { partsOfMail } from './desk-mail-text.ts';

describe('a mail of the demo', () => {
  it('shows its addresses as links and everything else as text', () => {
    expect(partsOfMail('Open:\nhttp://localhost:3000/fi/sign-in/link?token=a_b\n\nRegards')).toEqual([
      { text: 'Open:\n', href: undefined },
      {
        text: 'http://localhost:3000/fi/sign-in/link?token=a_b',
        href: 'http://localhost:3000/fi/sign-in/link?token=a_b',
      },
      { text: '\n\nRegards', href: undefined },
    ]);
  });

  it('never links to anything but the web', () => {
    expect(partsOfMail('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: undefined }]);
  });
});
