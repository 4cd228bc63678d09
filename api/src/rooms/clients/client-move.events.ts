declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** Somebody asks what moving a client would mean: each room says what of its own moves and what ends. */
    'client.previewingMove': { clientId: string; effects: ClientMoveEffect[] };
    /**
     * A client is served by another municipality from now on, and what was held went along; whoever holds something that
     * does not go on there ends it, in the same transaction.
     */
    'client.moved': {
      clientId: string;
      fromOrganisationId: string;
      toOrganisationId: string;
      caseworkerId: string;
    };
  }
}

/** What a move does to so many things of one kind. */
export interface ClientMoveEffect {
  readonly kind: ClientMoveEffectKind;
  readonly goes: 'MOVES' | 'ENDS';
  readonly count: number;
}

export type ClientMoveEffectKind =
  | 'CLIENT'
  | 'IDENTITY'
  | 'OPEN_REFERRALS'
  | 'ENDED_REFERRALS'
  | 'CONSENTS_IN_USE'
  | 'OPEN_REQUESTS'
  | 'CASEWORKER'
  | 'REGISTER_REFERENCE'
  | 'DRAFTS'
  | 'CONSENT_QUESTIONS'
  | 'UNUSED_CONSENTS';
