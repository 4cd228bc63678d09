export interface MailPart {
  text: string;
  /** Where the part leads, when it is a web address. */
  href: string | undefined;
}

/** A mail's plain text in parts, its web addresses as links. */
export function partsOfMail(text: string): MailPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      href: /^https?:\/\//.test(part) && URL.canParse(part) ? part : undefined,
    }));
}
