import { randomBytes } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { keyRefused, tooMany } from './integration.errors.ts';
import { managedOrganisation, managedRow } from './integration.organisation.ts';
import { mostKeys, overlapMilliseconds, type KeyScope } from './integration.words.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A key as it is told, once. */
export interface KeyMade {
  readonly apiKey: ApiKeyRow;
  readonly key: string;
}

const columns = raw(
  `k.id, k.organisation_id as "organisationId", k.name, k.scopes, k.hint, k.created_at as "createdAt",
   k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"`,
);
const prefix = 'kv_';
const worker = systemViewer('keys');

/** Keys with which machines act for an organisation (STANDARDS.md, Webhooks and API keys). */
export class ApiKeyService {
  constructor(private readonly hub: Hub) {}

  /** The live keys of organisations, oldest first. Whoever calls this decides who may. */
  async live(viewer: Viewer, organisationIds: readonly string[]): Promise<ApiKeyRow[]> {
    const now = this.hub.clock.now();
    return this.hub.db.read(
      viewer,
      sql`select ${columns} from api_keys k
          where k.organisation_id = any(${[...organisationIds]}::uuid[]) and k.revoked_at is null
            and (k.expires_at is null or k.expires_at > ${now})
          order by k.created_at, k.id`,
    );
  }

  /** Errors: NOT_FOUND; UNAUTHENTICATED; FORBIDDEN, NOT_VERIFIED; INVALID_INPUT; CONFLICT TOO_MANY. */
  async create(
    viewer: Viewer,
    input: { readonly organisationId: string; readonly name: string; readonly scopes: readonly KeyScope[] },
  ): Promise<KeyMade> {
    const organisation = await managedOrganisation(this.hub, viewer, input.organisationId);
    const name = cleanText(input.name, { maxLength: 80, multiline: false });
    if (!name.ok) throw invalidInput('input.name', 'NAME_NOT_RIGHT', 'Write a name of up to 80 letters.');
    if (input.scopes.length === 0)
      throw invalidInput('input.scopes', 'SCOPES_MISSING', 'Choose what the key may do.');
    return this.hub.db.write(viewer, (tx) =>
      this.insert(tx, organisation.id, name.value, [...new Set(input.scopes)], 'apiKey.create'),
    );
  }

  /**
   * Makes a key that may do the same; the old one still holds for seven days, so that nothing stands still meanwhile.
   * Errors: UNAUTHENTICATED; NOT_FOUND; CONFLICT TOO_MANY.
   */
  async rotate(viewer: Viewer, apiKeyId: string): Promise<KeyMade> {
    const { id, organisationId, name, scopes } = await this.managed(viewer, apiKeyId);
    const until = new Date(this.hub.clock.now().getTime() + overlapMilliseconds);
    return this.hub.db.write(viewer, async (tx) => {
      const made = await this.insert(tx, organisationId, name, scopes, 'apiKey.rotate');
      await tx.query(
        sql`update api_keys set expires_at = least(expires_at, ${until}::timestamptz) where id = ${id}::uuid`,
      );
      return made;
    });
  }

  /** Ends a key at once. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async revoke(viewer: Viewer, apiKeyId: string): Promise<void> {
    const { id, organisationId } = await this.managed(viewer, apiKeyId);
    await this.hub.db.write(viewer, async (tx) => {
      await tx.query(sql`update api_keys set revoked_at = ${this.hub.clock.now()} where id = ${id}::uuid`);
      await tx.audit({ action: 'apiKey.revoke', subjectId: id, organisationId });
    });
  }

  /** Who acts with a key: its organisation's coordinator, as far as its scopes go. Asked at every request. Errors: UNAUTHENTICATED KEY_REFUSED. */
  async viewerOf(key: string, languageTag: string): Promise<{ viewer: Viewer; scopes: readonly KeyScope[] }> {
    const now = this.hub.clock.now();
    const [found] = key.startsWith(prefix)
      ? await this.hub.db.read<ApiKeyRow>(
          worker,
          sql`select ${columns} from api_keys k join organisations o on o.id = k.organisation_id
              where k.key_hash = ${this.hashOf(key)} and k.revoked_at is null and o.status = 'VERIFIED'
                and (k.expires_at is null or k.expires_at > ${now})`,
        )
      : [];
    if (!found) throw keyRefused();
    await this.noteUse(found, now);
    const { id, organisationId, scopes } = found;
    const viewer: Viewer = {
      kind: 'person',
      // The log and the limits know the key where they would know a person.
      personId: id,
      sessionId: null,
      assurance: 'LINK',
      memberships: [{ organisationId, role: 'COORDINATOR', municipalityCode: null }],
      languageTag,
      purpose: `key:${id}`,
    };
    return { viewer, scopes };
  }

  private hashOf(key: string): string {
    return this.hub.crypto.keyedHash('integrations.key', key).toString('base64url');
  }

  private async noteUse({ id, lastUsedAt }: ApiKeyRow, now: Date): Promise<void> {
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < 60_000) return;
    await this.hub.db.write(worker, (tx) =>
      tx.query(sql`update api_keys set last_used_at = ${now} where id = ${id}::uuid`),
    );
  }

  private managed(viewer: Viewer, apiKeyId: string): Promise<ApiKeyRow> {
    return managedRow(this.hub, viewer, apiKeyId, () =>
      this.hub.db.readOne<ApiKeyRow>(
        viewer,
        sql`select ${columns} from api_keys k where k.id = ${apiKeyId}::uuid and k.revoked_at is null`,
      ),
    );
  }

  private async insert(
    tx: Transaction,
    organisationId: string,
    name: string,
    scopes: readonly KeyScope[],
    action: string,
  ): Promise<KeyMade> {
    const now = this.hub.clock.now();
    const id = newId(now);
    const key = `${prefix}${randomBytes(32).toString('base64url')}`;
    // The row lock lets two at once follow each other, so that the count holds.
    await tx.query(sql`select 1 from organisations where id = ${organisationId}::uuid for update`);
    const [apiKey] = await tx.query<ApiKeyRow>(
      sql`insert into api_keys as k (id, organisation_id, name, scopes, key_hash, hint, created_by, created_at)
          select ${id}::uuid, ${organisationId}::uuid, ${name}, ${[...scopes]}::text[], ${this.hashOf(key)}, ${key.slice(-4)},
            ${tx.viewer.personId}::uuid, ${now}
          where (select count(*) from api_keys x where x.organisation_id = ${organisationId}::uuid and x.revoked_at is null
            and (x.expires_at is null or x.expires_at > ${now})) < ${mostKeys}
          returning ${columns}`,
    );
    if (!apiKey) throw tooMany(mostKeys);
    await tx.audit({ action, subjectId: id, organisationId, facts: { scopes: [...scopes] } });
    return { apiKey, key };
  }
}
