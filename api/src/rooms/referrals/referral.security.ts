import { inSession, isViewer } from '../../platform/db/row-security.ts';
import { unsentStates } from './referral.machine.ts';

/** The two sides of a referral, for the second wall: which organisations, not which of their people. */
export const isReferringSide = `(${inSession('referring_organisation_id', 'app.casework')})`;
export const isReceivingSide = `(${inSession('receiving_organisation_id', 'app.coordinates')})`;

/** The receiving side of a row whose `column` says that the referral was sent. */
export const isReceivingSideOnce = (column: string): string =>
  `(${isReceivingSide} and ${column} not in (${unsentStates.map((state) => `'${state}'`).join(', ')}))`;

const isGivenTo = (table: string): string => {
  const assignee = isViewer(`${table}.assignee_id`);
  const receiver = inSession(`${table}.receiving_organisation_id`, 'app.orgs');
  return `((${assignee}) and (${receiver}) and ${table}.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'))`;
};

/** A row of `referrals` that is given to the viewer and under way. */
export const isAssigned = isGivenTo('referrals');

/** A row whose `column` names such a referral. */
export const isOfAssigned = (column: string, key: 'id' | 'consent_id' = 'id'): string =>
  `exists (select 1 from referrals given where given.${key} = ${column} and ${isGivenTo('given')})`;
