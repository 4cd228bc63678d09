import pg from 'pg';

/** What a hub's database holds before its first test: reference data, settings of the queue, where sequences stand. */
const remember = `
  create schema pristine;
  do $$
  declare t record; filled boolean;
  begin
    for t in select schemaname s, tablename n from pg_tables where schemaname in ('public', 'pgboss') loop
      execute format('select exists (select from %I.%I)', t.s, t.n) into filled;
      if filled then execute format('create table pristine.%I as table %I.%I', t.s || '.' || t.n, t.s, t.n); end if;
    end loop;
    create table pristine.sequences as
      select format('%I.%I', schemaname, sequencename) as name, start_value, last_value from pg_sequences;
  end $$`;

/** Rows go one by one: to truncate would make every connection forget its plans. */
const restore = `
  set session_replication_role = replica;
  do $$
  declare t record; kept text; fields text; differs boolean;
  begin
    for t in select schemaname s, tablename n from pg_tables where schemaname in ('public', 'pgboss') loop
      kept := format('pristine.%I', t.s || '.' || t.n);
      if to_regclass(kept) is null then
        execute format('delete from %I.%I', t.s, t.n);
      else
        execute format('select exists ((table %1$I.%2$I except table %3$s) union all (table %3$s except table %1$I.%2$I))',
          t.s, t.n, kept) into differs;
        if differs then
          select string_agg(quote_ident(attname), ', ' order by attnum) into fields from pg_attribute
            where attrelid = format('%I.%I', t.s, t.n)::regclass and attnum > 0 and not attisdropped and attgenerated = '';
          execute format('delete from %I.%I', t.s, t.n);
          execute format('insert into %I.%I (%s) overriding system value select %3$s from %s', t.s, t.n, fields, kept);
        end if;
      end if;
    end loop;
    perform setval(name::regclass, coalesce(last_value, start_value), last_value is not null) from pristine.sequences;
  end $$`;

const run = async (superuserUrl: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

/** Notes what a database holds now, for `emptyDatabase`. */
export const rememberDatabase = (superuserUrl: string): Promise<void> => run(superuserUrl, remember);

/** Puts a database back to what it held when it was remembered, under the hub that is connected to it. */
export const emptyDatabase = (superuserUrl: string): Promise<void> => run(superuserUrl, restore);
