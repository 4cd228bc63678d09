import type { Message } from '../../platform/outbox/outbox.ts';

/**
 * Several pieces of news for one person as one mail: how many, and where to look, each place once. Null for a single
 * one, which says itself what it is about.
 */
export const digestOf = (messages: readonly Message[]): Message | null => {
  const [first] = messages;
  if (!first || messages.length < 2) return null;
  const links = [...new Set(messages.flatMap(({ values }) => values['url'] ?? []))];
  const values = { count: String(messages.length), links: links.join('\n') };
  return { ...first, template: 'notices.digest', values };
};
