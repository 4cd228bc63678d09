import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidFields, notFound, type FieldProblem } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { isSystem, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { RegionService } from '../regions/index.ts';
import { emailHashOf, openEmail, sealEmail } from './person.email.ts';
import { personPolicy } from './person.policy.ts';
import { countPersons, personsByIds, personsPage, type PersonRow } from './person.read.ts';

export interface NewPerson {
  readonly email: string;
  readonly displayName: string;
  readonly languageTag: string;
  /** By which the demo's sign-in page knows the person; seeds alone set it. */
  readonly demoKey?: string;
}

const readName = (displayName: string): string => {
  const name = cleanText(displayName, { maxLength: 100, multiline: false });
  if (name.ok) return name.value;
  const problem: FieldProblem = { path: 'input.displayName', message: name.message, reason: name.reason };
  throw invalidFields([problem]);
};

/** Accounts. */
export class PersonService {
  constructor(private readonly hub: Hub) {}

  /** An account without invitation, for system viewers (seeds, commands). Returns its id; FORBIDDEN for others. */
  async create(viewer: Viewer, person: NewPerson): Promise<string> {
    if (!isSystem(viewer)) throw new HubError('FORBIDDEN', 'NOT_ALLOWED', 'Accounts come by invitation.');
    return this.hub.db.write(viewer, (tx) => this.findOrCreateIn(tx, person));
  }

  /**
   * The account of an address, made if there is none, in a system's transaction. An account that exists keeps its
   * name and language. Errors: INVALID_INPUT for the name.
   */
  async findOrCreateIn(tx: Transaction, person: NewPerson): Promise<string> {
    const displayName = readName(person.displayName);
    const { id: regionId } = await this.hub.get(RegionService).region();
    const { crypto, clock } = this.hub;
    const now = clock.now();
    const id = newId(now);
    const emailHash = emailHashOf(crypto, person.email);
    const [row] = await tx.query<{ id: string }>(
      sql`insert into persons (id, region_id, display_name, email, email_hash, language_tag, demo_key, organisation_ids, created_at)
          values (${id}, ${regionId}, ${displayName}, ${sealEmail(crypto, 'persons', id, person.email)}, ${emailHash},
            ${person.languageTag}, ${person.demoKey ?? null}, '{}', ${now})
          on conflict (region_id, email_hash) where closed_at is null do update set email_hash = excluded.email_hash
          returning id`,
    );
    if (!row) throw notFound();
    if (row.id === id) await tx.audit({ action: 'people.create', subjectId: id });
    return row.id;
  }

  /** All accounts, for the network admin; FORBIDDEN for others. */
  async people(viewer: Viewer, args: ConnectionArgs): Promise<Connection<PersonRow>> {
    personPolicy.authorize(viewer, 'listPeople', null);
    const page = pageOf(args, 'people');
    const rows = await personsPage(this.hub, viewer, page);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      () => countPersons(this.hub, viewer),
    );
  }

  /** The own name and language. Errors: UNAUTHENTICATED; INVALID_INPUT. */
  async updateProfile(
    viewer: Viewer,
    { displayName, languageTag }: { displayName?: string | null; languageTag?: string | null },
  ): Promise<PersonRow> {
    const id = viewer.personId ?? '';
    personPolicy.authorize(viewer, 'updateProfile', { id });
    const name = typeof displayName === 'string' ? readName(displayName) : null;
    await this.hub.db.write(viewer, async (tx) => {
      await tx.query(
        sql`update persons set display_name = coalesce(${name}::text, display_name),
              language_tag = coalesce(${languageTag ?? null}::text, language_tag)
            where id = ${id}`,
      );
      await tx.audit({ action: 'people.updateProfile', subjectId: id });
    });
    const [person] = await personsByIds(this.hub, viewer, [id]);
    if (!person) throw notFound();
    return person;
  }

  /** The readable address, for those who may know it; FORBIDDEN for others. */
  emailOf(viewer: Viewer, person: PersonRow): string {
    personPolicy.authorize(viewer, 'readEmail', person);
    return openEmail(this.hub.crypto, 'persons', person.id, person.sealedEmail);
  }
}
