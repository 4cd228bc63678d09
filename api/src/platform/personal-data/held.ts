/** What one room holds on a client: rows of named values, as they are kept, opened. */
export interface HeldSection {
  readonly name: string;
  readonly rows: readonly object[];
}

declare module '../events/events.ts' {
  interface HubEvents {
    /** All that is held on a client is gathered: whoever holds something adds a section. */
    'client.exporting': { clientId: string; sections: HeldSection[] };
  }
}
