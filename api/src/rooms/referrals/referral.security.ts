import { inSession } from '../../platform/db/row-security.ts';
import { unsentStates } from './referral.machine.ts';

/** The two sides of a referral, for the second wall: which organisations, not which of their people. */
export const isReferringSide = `(${inSession('referring_organisation_id', 'app.casework')})`;
export const isReceivingSide = `(${inSession('receiving_organisation_id', 'app.coordinates')})`;

/** The receiving side of a row whose `column` says that the referral was sent. */
export const isReceivingSideOnce = (column: string): string =>
  `(${isReceivingSide} and ${column} not in (${unsentStates.map((state) => `'${state}'`).join(', ')}))`;
