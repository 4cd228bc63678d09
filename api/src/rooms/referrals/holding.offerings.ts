import sql from 'sql-template-tag';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { offeringLoader, type OfferingRow } from '../offerings/index.ts';
import { personLoader, PersonService, type MembershipRow } from '../people/index.ts';

const most = 100;

/** The organisation's offerings that name someone as contact, by address or name, as the viewer sees them. */
export const offeringsNaming = async (
  hub: Hub,
  { viewer, loaders }: Context,
  { organisationId, personId }: MembershipRow,
): Promise<OfferingRow[]> => {
  const person = await loaders.load(personLoader, personId);
  if (!person) return [];
  const email = hub.get(PersonService).emailOf(viewer, person);
  const rows = await hub.db.read<{ id: string }>(
    viewer,
    sql`select id from offerings
        where organisation_id = ${organisationId} and status <> 'ARCHIVED'
          and (lower(contact_email) = lower(${email}) or lower(contact_name) = lower(${person.displayName}))
        order by id limit ${most}`,
  );
  const offerings = await Promise.all(rows.map(({ id }) => loaders.load(offeringLoader, id)));
  return offerings.filter((offering) => offering !== null);
};
