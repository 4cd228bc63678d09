import type { Database } from '../../src/platform/db/database.ts';
import { Hub } from '../../src/platform/hub.ts';
import { anonymousViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import { queryAs } from '../query-as.ts';
import type { TestHub } from '../harness.ts';

/** A person whom every policy takes for the system, and whom the database knows as who they are. */
interface Disguised extends Viewer {
  readonly kind: 'system';
  readonly behind: Viewer;
}

const isDisguised = (value: unknown): value is Disguised =>
  typeof value === 'object' && value !== null && 'behind' in value;

/** As `viewer`, for a hub whose policies let everything through: row-level security alone decides. */
export const disguised = (viewer: Viewer | null): Disguised => ({
  ...(viewer ?? anonymousViewer()),
  kind: 'system',
  behind: viewer ?? anonymousViewer(),
});

/** The database tells a disguised viewer's true identity to PostgreSQL, whatever it is asked. */
const unmasking = (db: Database): Database =>
  new Proxy(db, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (first: unknown, ...rest: unknown[]): unknown =>
        Reflect.apply(member, target, [isDisguised(first) ? first.behind : first, ...rest]);
    },
  });

/** A hub on the same database for disguised viewers. */
export const withoutPolicies = (test: TestHub): Hub => new Hub({ ...test.hub, db: unmasking(test.hub.db) });

/** Switches row-level security of every table off or on again: without it policies alone decide. */
export const setRowSecurity = async (test: TestHub, isOn: boolean): Promise<void> => {
  const tables = await queryAs<{ name: string }>(
    test,
    'hub_owner',
    `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = 'public' and relkind in ('r', 'p')
       and exists (select from pg_policy where polrelid = pg_class.oid)`,
  );
  const state = isOn ? 'enable' : 'disable';
  for (const { name } of tables)
    await queryAs(test, 'hub_owner', `alter table "${name}" ${state} row level security`);
};
