import {
  connections_event_occurrence_cancelled,
  connections_event_offering_archived,
  connections_event_offering_changed,
  connections_event_offering_published,
  connections_event_ping,
  connections_event_referral_moved,
  connections_scope_read,
  connections_scope_write,
} from '#lib/paraglide/messages.js';

export const scopeWords = {
  OFFERINGS_READ: connections_scope_read,
  OFFERINGS_WRITE: connections_scope_write,
};
export type Scope = keyof typeof scopeWords;

export const eventWords = {
  OFFERING_PUBLISHED: connections_event_offering_published,
  OFFERING_CHANGED: connections_event_offering_changed,
  OFFERING_ARCHIVED: connections_event_offering_archived,
  OCCURRENCE_CANCELLED: connections_event_occurrence_cancelled,
  REFERRAL_MOVED: connections_event_referral_moved,
};
export type HookEvent = keyof typeof eventWords;

/** What a message tells, by the API's word for it. */
export function wordOfEvent(event: string): string {
  const words: Record<string, (() => string) | undefined> = { ...eventWords, PING: connections_event_ping };
  return words[event]?.() ?? event;
}

export const isScope = (value: string): value is Scope => value in scopeWords;
export const isHookEvent = (value: string): value is HookEvent => value in eventWords;
