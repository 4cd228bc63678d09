import sql from 'sql-template-tag';
import { anonymousViewer } from '../api/src/platform/policy/viewer.ts';
import {
  OrganisationApplications,
  OrganisationFounding,
  PartnerAgreements,
  partnerTerms,
} from '../api/src/rooms/organisations/index.ts';
import { organisations } from './content/content.ts';
import type { LocalisedText, SeedOrganisation } from './content/content.types.ts';
import { inParallel } from './in-parallel.ts';
import { instantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, type Ids, type SeedContext } from './seed.context.ts';

/** Before the oldest agreement, which has run out. */
const FOUNDED_DAYS_AGO = 900;
const APPLIED_DAYS_AGO = 4;

const translated = (text: LocalisedText): { language: string; value: string }[] =>
  Object.entries(text).map(([language, value]) => ({ language, value }));

const profileOf = (organisation: SeedOrganisation) => ({
  kind: organisation.kind,
  name: organisation.name.fi,
  municipalityCode: organisation.municipality,
  businessId: organisation.businessId,
  email: organisation.email,
  phone: organisation.phone,
  languages: organisation.languages,
  descriptions: translated(organisation.description),
});

/** Who applied for an organisation that waits for the network's decision; fictional. */
const applicant = { applicantName: 'Hanna Lievonen', applicantEmail: 'hanna.lievonen@example.org' };

const apply = async ({ hub }: SeedContext, organisation: SeedOrganisation): Promise<string> => {
  const id = await hub
    .get(OrganisationApplications)
    .apply(anonymousViewer('fi'), { ...profileOf(organisation), ...applicant });
  // An application never says of itself that it is an example.
  await hub.db.write(seedViewer, (tx) =>
    tx.query(sql`update organisations set is_example = ${organisation.isExample} where id = ${id}`),
  );
  return id;
};

const enter = (context: SeedContext, organisation: SeedOrganisation): Promise<string> =>
  organisation.isVerified
    ? context.hub
        .get(OrganisationFounding)
        .found(seedViewer, { ...profileOf(organisation), isExample: organisation.isExample })
    : apply(context, organisation);

/** Ids of the content's organisations that are in already, by key; names are told apart by nobody else here. */
const enteredOrganisations = async ({ hub }: SeedContext): Promise<Map<string, string>> => {
  const rows = await hub.db.read<{ id: string; name: string }>(
    seedViewer,
    sql`select id, name from organisations where name = any(${organisations.map(({ name }) => name.fi)}::text[])`,
  );
  const idOfName = new Map(rows.map(({ id, name }) => [name, id]));
  return new Map(
    organisations.flatMap(({ key, name }) => {
      const id = idOfName.get(name.fi);
      return id ? [[key, id]] : [];
    }),
  );
};

const acceptTerms = async ({ hub, clock, day }: SeedContext, ids: Ids): Promise<void> => {
  const bound = await hub.db.read<{ id: string }>(
    seedViewer,
    sql`select distinct organisation_id as id from partner_agreements`,
  );
  const accepted = new Set(bound.map(({ id }) => id));
  for (const { key, agreement } of organisations) {
    const organisationId = idOf(ids, key);
    if (!agreement || accepted.has(organisationId)) continue;
    clock.set(instantBefore(day, agreement.acceptedDaysAgo, '08:00'));
    await hub
      .get(PartnerAgreements)
      .accept(seedViewer, { organisationId, termsVersion: partnerTerms.version });
  }
};

/** Founds or lets apply every organisation, and has the terms accepted. Returns their ids by key. */
export const seedOrganisations = async (context: SeedContext): Promise<Ids> => {
  const { clock, day } = context;
  const ids = await enteredOrganisations(context);
  const missing = organisations.filter(({ key }) => !ids.has(key));
  for (const isVerified of [true, false]) {
    clock.set(instantBefore(day, isVerified ? FOUNDED_DAYS_AGO : APPLIED_DAYS_AGO, '09:00'));
    await inParallel(
      missing.filter((organisation) => organisation.isVerified === isVerified),
      async (organisation) => ids.set(organisation.key, await enter(context, organisation)),
    );
  }
  await acceptTerms(context, ids);
  return ids;
};
