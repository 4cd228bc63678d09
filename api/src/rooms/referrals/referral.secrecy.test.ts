import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { askMove, askReferral } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const markers = ['Qvorbelina', 'marker-contact@example.org', 'Xyzzy through my sister'];

/** Every row of every table as text, as the owner reads them. */
const everyRow = async (): Promise<string> => {
  const tables = await scene.queryAs(
    'hub_owner',
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name
    from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await scene
      .queryAs('hub_owner', `select row_to_json(t)::text as row from ${String(name)} t`)
      .catch(() => []);
    texts.push(...rows.map(({ row }) => `${String(name)} ${String(row)}`));
  }
  return texts.join('\n');
};

describe('who the client is', () => {
  it('stands in no row, message, event, audit row or log in readable form', async () => {
    const logged: string[] = [];
    const { log } = hub.hub;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((chunk: string | Uint8Array) => (
      logged.push(String(chunk)),
      true
    )) as typeof process.stdout.write;
    try {
      log.level = 'trace';
      const identity = {
        givenName: markers[0] ?? '',
        contactKind: 'MAIL' as const,
        contact: markers[1] ?? '',
        safeContactNote: markers[2] ?? null,
      };
      const client = await aClient(hub, scene.caseworker, { identity, idempotencyKey: 'secret-client-1' });
      const referral = await aReferral(hub, scene.caseworker, {
        clientId: client.id,
        offeringId: scene.offering.id,
        stage: 'IN_PROGRESS',
        coordinator: scene.coordinator,
      });
      const seen = await askReferral(hub, scene.coordinator, referral.id);
      expect(seen?.identity).toEqual({
        givenName: markers[0],
        contactKind: 'MAIL',
        contact: markers[1],
        safeContactNote: markers[2],
      });
      await askMove(hub, scene.coordinator, 'close', {
        referralId: referral.id,
        version: referral.version,
        outcome: 'NOT_HELPED',
      });
      const refused = await askMove(hub, scene.caseworker, 'create', {
        clientId: client.id,
        offeringId: scene.offering.id,
        needCategory: 'OTHER',
        note: `${markers[0]} would like to come`,
      });
      expect(refused.failure).toMatchObject({ reason: 'NOTE_HAS_PERSONAL_DATA' });
      const everything = [
        await everyRow(),
        JSON.stringify(await scene.outbox()),
        JSON.stringify(refused),
        logged.join('\n'),
      ].join('\n');
      expect(everything).toContain(client.id);
      expect(everything).toContain('referral_events');
      expect(everything).toContain('audit_log');
      for (const marker of markers) expect(everything.includes(marker), marker).toBe(false);
    } finally {
      process.stdout.write = write;
      log.level = 'silent';
    }
  });

  it('is not named in a mail, and neither is a sensitive offering', async () => {
    const offering = await scene.makeOffering({ isSensitive: true, title: 'Secretgroup' });
    const client = await aClient(hub, scene.caseworker);
    await aReferral(hub, scene.caseworker, {
      clientId: client.id,
      offeringId: offering.id,
      stage: 'CLOSED',
      coordinator: scene.coordinator,
    });
    const messages = JSON.stringify(await scene.outbox());
    expect(messages).not.toContain('Secretgroup');
    expect(messages).not.toContain('Samira');
    expect(messages).not.toContain(offering.id);
  });
});
