import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** Where something was done to the log: what verifying has to name. */
export interface Place {
  readonly chain: string;
  /** Null for a row that no seal knows. */
  readonly seal: number | null;
}

/** A number below `count`, by chance. */
type Chance = (count: number) => number;

/** Something that a superuser without the key does to the log; tells where. */
type Alteration = (client: ClientBase, chance: Chance) => Promise<Place>;

interface Entry {
  readonly rowId: string;
  readonly chain: string;
  readonly seal: number;
  readonly position: number;
}

interface Seal {
  readonly chain: string;
  readonly seal: number;
  readonly last: number;
  /** Made more than a quarter of an hour before the chain's last. */
  readonly isOld: boolean;
}

const entriesOf = async (client: ClientBase): Promise<Entry[]> =>
  (
    await client.query<Entry>(
      'select row_id as "rowId", chain, seal, position from audit_seal_entries order by chain, position',
    )
  ).rows;

const sealsOf = async (client: ClientBase): Promise<Seal[]> =>
  (
    await client.query<Seal>(
      `select chain, number as seal, max(number) over own as last,
         sealed_at < max(sealed_at) over own - interval '15 minutes' as "isOld"
       from audit_seals window own as (partition by chain) order by 1, 2`,
    )
  ).rows;

const oneOf = <T>(list: readonly T[], chance: Chance): T => {
  const one = list[chance(list.length)];
  if (one === undefined) throw new Error('Nothing to choose from');
  return one;
};

/** Another value of the same kind, as SQL. */
const otherValue: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column}, '') || 'x'`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
  integer: (column) => `${column} + 1000`,
  bytea: (column) => `sha256(coalesce(${column}, ''))`,
  jsonb: (column) => `${column} || '{"seen": true}'`,
  'text[]': (column) => `${column} || array['ADMIN']`,
  'uuid[]': (column) => `${column} || gen_random_uuid()`,
};

/** Changes one column, whichever the table has. */
const alterColumn = async (
  client: ClientBase,
  chance: Chance,
  target: { table: string; where: string; values: unknown[] },
): Promise<void> => {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [target.table],
  );
  const { name, type } = oneOf(rows, chance);
  const value =
    name === 'kind' ? `case kind when 'READ' then 'WRITE' else 'READ' end` : otherValue[type]?.(name);
  if (value === undefined) throw new Error(`No other value for ${name} (${type})`);
  await client.query(`update ${target.table} set ${name} = ${value} where ${target.where}`, target.values);
};

const alterRow: Alteration = async (client, chance) => {
  const entry = oneOf(await entriesOf(client), chance);
  await alterColumn(client, chance, { table: 'audit_log', where: 'id = $1', values: [entry.rowId] });
  return entry;
};

const alterEntry: Alteration = async (client, chance) => {
  const entry = oneOf(await entriesOf(client), chance);
  const target = { table: 'audit_seal_entries', where: 'row_id = $1', values: [entry.rowId] };
  await alterColumn(client, chance, target);
  return entry;
};

const alterSeal: Alteration = async (client, chance) => {
  const seal = oneOf(await sealsOf(client), chance);
  const values = [seal.chain, seal.seal];
  await alterColumn(client, chance, { table: 'audit_seals', where: 'chain = $1 and number = $2', values });
  return seal;
};

/** A row is changed, and its seal's entries are given hashes that need no key. */
const alterRowAndHash: Alteration = async (client, chance) => {
  const place = await alterRow(client, chance);
  const forged = createHash('sha256')
    .update(String(chance(1_000_000)))
    .digest();
  await client.query('update audit_seal_entries set hash = $1 where chain = $2 and seal = $3', [
    forged,
    place.chain,
    place.seal,
  ]);
  return place;
};

const deleteRow: Alteration = async (client, chance) => {
  const entry = oneOf(await entriesOf(client), chance);
  await client.query('delete from audit_log where id = $1', [entry.rowId]);
  return entry;
};

const deleteRowAndEntry: Alteration = async (client, chance) => {
  const entry = await deleteRow(client, chance);
  await client.query(
    'delete from audit_seal_entries e where not exists (select from audit_log where id = e.row_id)',
  );
  return entry;
};

/** Two rows take each other's id, so that each stands where the other did. */
const swapRows: Alteration = async (client, chance) => {
  const entries = await entriesOf(client);
  const first = oneOf(entries, chance);
  const others = entries.filter(({ rowId }) => rowId !== first.rowId);
  const second = oneOf(others, chance);
  const spare = '00000000-0000-0000-0000-000000000000';
  const rename = (from: string, to: string): Promise<unknown> =>
    client.query('update audit_log set id = $2 where id = $1', [from, to]);
  await rename(first.rowId, spare);
  await rename(second.rowId, first.rowId);
  await rename(spare, second.rowId);
  return first;
};

/** Two rows of a chain take each other's place in the order. */
const reorder: Alteration = async (client, chance) => {
  const entries = await entriesOf(client);
  const first = oneOf(entries, chance);
  const others = entries.filter(({ rowId, chain }) => rowId !== first.rowId && chain === first.chain);
  const second = oneOf(others, chance);
  const move = ({ rowId }: Entry, to: { seal: number; position: number }): Promise<unknown> =>
    client.query('update audit_seal_entries set seal = $2, position = $3 where row_id = $1', [
      rowId,
      to.seal,
      to.position,
    ]);
  await move(first, { seal: 0, position: 0 });
  await move(second, first);
  await move(first, second);
  return first;
};

/** A row that never was, with a time among those that are sealed: before the last quarter of an hour, as README says. */
const forgeRow: Alteration = async (client, chance) => {
  const { chain, seal } = oneOf(
    (await sealsOf(client)).filter((each) => each.isOld),
    chance,
  );
  await client.query(
    `insert into audit_log (id, at, kind, person_id, viewer_kind, organisation_id, roles, municipality_code, purpose,
       action, subject_id, client_ids, referral_ids, facts)
     select gen_random_uuid(), at, kind, gen_random_uuid(), viewer_kind, organisation_id, roles, municipality_code, purpose,
       action, subject_id, client_ids, referral_ids, facts
     from audit_log where id = (select row_id from audit_seal_entries where chain = $1 and seal = $2 limit 1)`,
    [chain, seal],
  );
  return { chain, seal: null };
};

/** The same with an entry that claims a place at the end of a seal. */
const forgeRowAndEntry: Alteration = async (client, chance) => {
  const seal = oneOf(await sealsOf(client), chance);
  await forgeRow(client, chance);
  await client.query(
    `insert into audit_seal_entries (row_id, chain, seal, position, hash)
     select id, $1, $2, (select last_position + 1 from audit_seals where chain = $1 and number = $2), sha256('guess')
     from audit_log where id not in (select row_id from audit_seal_entries) limit 1`,
    [seal.chain, seal.seal],
  );
  return seal;
};

const deleteFrom = async (client: ClientBase, chain: string, seal: number, until: number): Promise<void> => {
  const values = [chain, seal, until];
  await client.query(
    `delete from audit_log where id in
       (select row_id from audit_seal_entries where chain = $1 and seal between $2 and $3)`,
    values,
  );
  await client.query('delete from audit_seal_entries where chain = $1 and seal between $2 and $3', values);
  await client.query('delete from audit_seals where chain = $1 and number between $2 and $3', values);
};

/** The end of a chain is cut off, from some seal on: rows, entries and seals. */
const cutOff: Alteration = async (client, chance) => {
  const { chain, seal, last } = oneOf(await sealsOf(client), chance);
  await deleteFrom(client, chain, seal, last);
  return { chain, seal };
};

/** As if a seal had never been: those behind it move up and are made anew, without the key. */
const deleteSeal: Alteration = async (client, chance) => {
  const { chain, seal, last } = oneOf(await sealsOf(client), chance);
  await deleteFrom(client, chain, seal, seal);
  for (let number = seal + 1; number <= last; number += 1) {
    await client.query(
      `update audit_seals set number = number - 1, previous = sha256(previous), hash = sha256(hash)
       where chain = $1 and number = $2`,
      [chain, number],
    );
    await client.query('update audit_seal_entries set seal = seal - 1 where chain = $1 and seal = $2', [
      chain,
      number,
    ]);
  }
  return { chain, seal };
};

const emptyAll: Alteration = async (client, chance) => {
  const { chain } = oneOf(await sealsOf(client), chance);
  await client.query('truncate audit_log, audit_seals, audit_seal_entries');
  return { chain, seal: 1 };
};

/** Everything that was thought of, each by its name. */
export const alterations: Readonly<Record<string, Alteration>> = {
  alterRow,
  alterEntry,
  alterSeal,
  alterRowAndHash,
  deleteRow,
  deleteRowAndEntry,
  swapRows,
  reorder,
  forgeRow,
  forgeRowAndEntry,
  cutOff,
  deleteSeal,
  emptyAll,
};
