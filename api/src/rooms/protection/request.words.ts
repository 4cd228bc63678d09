/** What a client may ask for (GDPR 15 to 18). */
export const requestKinds = ['ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** By which way it came. */
export const requestChannels = ['LINK', 'CASEWORKER', 'OFFICER'] as const;
export type RequestChannel = (typeof requestChannels)[number];

export const requestDecisions = ['DONE', 'REFUSED'] as const;
export type RequestDecision = (typeof requestDecisions)[number];

/** Why a request is refused; the client is told (GDPR 12(4)). */
export const refusalReasons = ['NOT_IDENTIFIED', 'UNFOUNDED', 'LEGAL_DUTY', 'OTHER'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
