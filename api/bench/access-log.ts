import { systemViewer } from '../src/platform/policy/viewer.ts';
import { SessionService } from '../src/rooms/people/index.ts';
import type { Bench } from './kit/bench.ts';
import type { LabHub } from './kit/lab.ts';
import { graphqlRequest, hubServer } from './kit/peers.ts';

const events = 1_000;
const linesOfOthers = 200_000;
const pageSize = 100;

const page = `query AccessLog($id: ID!, $after: String) { client(id: $id) { accessLog(first: ${String(pageSize)}, after: $after) {
  nodes { id at kind roles purpose personName organisation { name } } pageInfo { hasNextPage endCursor } } } }`;

interface Answer {
  readonly data: {
    readonly client: {
      readonly accessLog: {
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

/** A client, and a manager who may read their log with its names. */
const someone = async (made: LabHub): Promise<{ clientId: string; cookie: string }> => {
  const { rows } = await made.fill(
    `select c.id, m.person_id as manager from clients c join memberships m on m.organisation_id = c.organisation_id
       and m.role = 'MANAGER' and m.ended_at is null order by c.id limit 1`,
  );
  const cookie = await made.hub.db.write(systemViewer('bench'), (tx) =>
    made.hub.get(SessionService).open(tx, String(rows[0]?.manager), 'STRONG'),
  );
  return { clientId: String(rows[0]?.id), cookie: `${cookie.name}=${cookie.value}` };
};

const fillLog = async (made: LabHub, clientId: string): Promise<void> => {
  await made.fill(
    `insert into audit_log (id, at, kind, person_id, organisation_id, viewer_kind, purpose, action, roles, client_ids, referral_ids, facts)
     select gen_random_uuid(), now() - n * interval '1 second', 'READ', c.caseworker_id, c.organisation_id, 'person', 'web',
       'client.read', '{CASEWORKER}', case when n % $2::int = 0 then array[c.id] else array[gen_random_uuid()] end, '{}', '{}'
     from generate_series(1, $3::int) n cross join clients c where c.id = $1`,
    [clientId, linesOfOthers / events, linesOfOthers],
  );
  await made.fill('analyze audit_log');
};

export const bench: Bench = {
  purpose: 'the access log of a client with 1 000 events, read whole, page by page',
  run: async (lab) => {
    const made = await lab.newHub({ seeded: true });
    const { clientId, cookie } = await someone(made);
    await fillLog(made, clientId);
    const url = await hubServer(lab, made);
    const readWhole = async (): Promise<number> => {
      const seen = new Set<string>();
      let after: string | null = null;
      do {
        const asked = graphqlRequest(url, page, { id: clientId, after }, cookie);
        const response: Response = await fetch(asked.url, asked);
        const { accessLog }: Answer['data']['client'] = ((await response.json()) as Answer).data.client;
        accessLog.nodes.forEach(({ id }) => seen.add(id));
        after = accessLog.pageInfo.hasNextPage ? accessLog.pageInfo.endCursor : null;
      } while (after !== null);
      return seen.size;
    };
    await readWhole();
    const from = performance.now();
    const count = await readWhole();
    const took = performance.now() - from;
    lab.say(
      `  ${String(count)} events among ${String(linesOfOthers)} lines: ${took.toFixed(0)} ms (at most 1 000 for 1 000)`,
    );
  },
};
