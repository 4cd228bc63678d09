/** Where events are brought in from; the values stand in the database. */
export const importKinds = ['ICS', 'LINKED_EVENTS'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What would become of an event when its preview is taken over. */
export const entryStates = ['NEW', 'CHANGED', 'GONE', 'REFUSED', 'UNCHANGED', 'OVER'] as const;
export type EntryState = (typeof entryStates)[number];

/** Of each kind: how offerings remember it, and how its content is read. */
export const originOf = { ICS: 'ics', LINKED_EVENTS: 'linked-events' } as const satisfies Record<
  ImportKind,
  string
>;

/** Addresses that an organisation may follow. */
export const mostSources = 20;
/** Events that one look at an address brings in; the rest come an hour later. */
export const mostSynced = 500;
/** After so many days a source is read whole, also when it says that nothing has changed. */
export const readAgainDays = 7;
/** Hours that a source may fail before anybody is told. */
export const patienceHours = 6;

/** A preview that nobody took over is thrown away after so many days. */
export const previewDays = 7;
/** Events of one kind that a page shows; the rest are counted. */
export const mostShown = 200;
/** Events that one take-over brings in; the rest wait for the next. */
export const mostTaken = 100;
