import pg from 'pg';
import type { TestHub } from './harness.ts';
import { queryAs } from './query-as.ts';

/** Where a planted text stands, read as the owner, with what was sealed opened. */
interface Occurrence {
  readonly text: string;
  readonly where: string;
}

/** Every table, the queue's too. */
const tablesOf = async (client: pg.Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'pgboss') order by 1`,
    )
  ).rows.map(({ name }) => name);

/** What a text may have become: itself in capitals or not, hexadecimal bytes, base64 of either kind. */
const formsOf = (text: string): string[] => {
  const bytes = Buffer.from(text);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [text, bytes.toString('hex'), base64.slice(0, -1), base64.replaceAll('+', '-').slice(0, -1)];
};

/** Identities and messages are sealed with keys that lie beside them: opened with those, they count as found. */
const openedTexts = async (hub: TestHub): Promise<Occurrence[]> => {
  const { crypto } = hub.hub;
  const identities = await queryAs<Record<string, string>>(
    hub,
    'hub_owner',
    'select * from client_identities',
  );
  const messages = await queryAs<Record<string, string>>(
    hub,
    'hub_owner',
    `select m.id, m.referral_id, m.body, r.message_key from referral_messages m
     join referrals r on r.id = m.referral_id where r.message_key is not null`,
  );
  const waiting = await queryAs<Record<string, string>>(
    hub,
    'hub_owner',
    'select kind, payload from outbox_messages where payload is not null',
  );
  const identityFields = {
    given_name: 'givenName',
    contact: 'contact',
    safe_contact_note: 'safeContactNote',
  };
  return [
    ...identities.flatMap((row) =>
      Object.entries(identityFields).flatMap(([column, field]) =>
        row[column]
          ? [
              {
                where: `client_identities.${column}`,
                text: crypto.openWith(row['data_key'] ?? '', row['client_id'] ?? '', row[column], field),
              },
            ]
          : [],
      ),
    ),
    ...messages.map((row) => ({
      where: 'referral_messages.body',
      text: crypto.openWith(
        row['message_key'] ?? '',
        row['referral_id'] ?? '',
        row['body'] ?? '',
        `message:${row['id']}`,
      ),
    })),
    ...waiting.map((row) => ({
      where: 'outbox_messages.payload',
      text: crypto.open('outbox', row['payload'] ?? '', row['kind'] ?? ''),
    })),
  ];
};

/** Everywhere that one of the texts stands in the database, whatever the column's type. */
export const occurrencesOf = async (hub: TestHub, texts: readonly string[]): Promise<Occurrence[]> => {
  const client = new pg.Client({ connectionString: hub.urlOf('hub_owner') });
  await client.connect();
  try {
    const found: Occurrence[] = [];
    for (const table of await tablesOf(client)) {
      for (const text of texts) {
        const { rows } = await client.query(
          `select 1 from ${table} t where lower(t::text) like any($1::text[]) limit 1`,
          [formsOf(text).map((form) => `%${form.toLowerCase()}%`)],
        );
        if (rows.length > 0) found.push({ text, where: table });
      }
    }
    for (const { text, where } of await openedTexts(hub)) {
      for (const planted of texts) if (text.includes(planted)) found.push({ text: planted, where });
    }
    return found;
  } finally {
    await client.end();
  }
};
