import type { FragmentOf, graphql } from '#lib/api/graphql.ts';
import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { formatList } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';
import { roleWords } from '../people/desk-words.ts';
import type { AccessLine } from './access-log.queries.ts';

type Line = FragmentOf<typeof AccessLine>;
type Purpose = ReturnType<typeof graphql.scalar<'AccessPurpose'>>;

const purposeWords: Readonly<Record<Purpose, () => string>> = {
  SERVICE: words.looks_purpose_service,
  SUPERVISION: words.looks_purpose_supervision,
  IDENTITY: words.looks_purpose_identity,
  CONSENT: words.looks_purpose_consent,
  REFERRAL: words.looks_purpose_referral,
  RIGHTS: words.looks_purpose_rights,
  EMERGENCY: words.looks_purpose_emergency,
  OWN_LINK: words.looks_purpose_own_link,
  UPKEEP: words.looks_purpose_upkeep,
};

/** Who it was: an organisation, the client, or the service. */
function byOf({ organisation, purpose }: Line): string {
  if (organisation) return organisation.name;
  if (purpose === 'OWN_LINK') return words.looks_by_client();
  return purpose === 'UPKEEP' ? words.looks_by_service() : words.looks_by_other();
}

function lineOf(line: Line) {
  const did = line.kind === 'READ' ? words.looks_read() : words.looks_write();
  return {
    id: line.id,
    at: line.at,
    isRead: line.kind === 'READ',
    by: byOf(line),
    roles: formatList(line.roles.map((role) => roleWords[role]())),
    what: `${did}: ${purposeWords[line.purpose]()}`,
    person: line.personName,
    times: 1,
  };
}

export type AccessLineView = ReturnType<typeof lineOf>;

/** What a reader cannot tell apart: one page's opening is several reads of the same minute. */
const sameness = ({ at, by, roles, what, person }: AccessLineView): string =>
  JSON.stringify([formatDayAndTime(at), by, roles, what, person]);

/** The lines of a log in the reader's words; equal ones of one minute are one, with how many they were. */
export function accessLinesOf(log: readonly Line[]): AccessLineView[] {
  const lines: AccessLineView[] = [];
  for (const line of log.map(lineOf)) {
    const last = lines.findLast((other) => sameness(other) === sameness(line));
    if (last) last.times += 1;
    else lines.push(line);
  }
  return lines;
}
