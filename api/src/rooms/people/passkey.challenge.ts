import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { challengeMinutes } from './passkey.ceremony.ts';
import { secretHash } from './secret.ts';

const system = systemViewer('people.passkey');

export type PasskeyPurpose = 'ENROL' | 'SIGN_IN';

/** Remembers a question for five minutes. */
export const rememberChallenge = async (
  hub: Hub,
  challenge: string,
  purpose: PasskeyPurpose,
  personId: string | null,
): Promise<void> => {
  const { id: regionId } = await hub.get(RegionService).region();
  const expiresAt = new Date(hub.clock.now().getTime() + challengeMinutes * 60_000);
  await hub.db.write(system, (tx) =>
    tx.query(
      sql`insert into passkey_challenges (challenge_hash, region_id, purpose, person_id, expires_at)
          values (${secretHash(challenge)}, ${regionId}, ${purpose}, ${personId}, ${expiresAt})`,
    ),
  );
};

/** Uses a question up, in a transaction of its own: what comes with a wrong answer has been asked too. */
export const takeChallenge = async (
  hub: Hub,
  challenge: string,
  purpose: PasskeyPurpose,
): Promise<{ personId: string | null } | undefined> => {
  const [taken] = await hub.db.write(system, (tx) =>
    tx.query<{ personId: string | null }>(
      sql`delete from passkey_challenges
          where challenge_hash = ${secretHash(challenge)} and purpose = ${purpose} and expires_at > ${hub.clock.now()}
          returning person_id as "personId"`,
    ),
  );
  return taken;
};
