import { closeHub, createHub } from '../src/create-hub.ts';
import { migrations } from '../src/migrations.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { referenceData } from '../src/reference.ts';
import { entities, rooms } from '../src/rooms.ts';
import { loadReference } from '../src/rooms/regions/index.ts';
import { testEnv, testMasterKeys } from './test-env.ts';

export const templateName = 'kotoverkko_template';

/** Migrates an empty database and loads the reference data, as the first start does. */
export const prepareTemplate = async (ownerUrl: string, appUrl: string): Promise<void> => {
  await migrate({ ownerUrl, entities, rooms, migrations });
  const hub = await createHub({
    env: testEnv,
    databaseUrl: appUrl,
    masterKeys: testMasterKeys,
    clock: systemClock,
    log: createLog('silent'),
    mail: { deliver: () => Promise.resolve() },
  });
  await loadReference(hub, referenceData);
  await closeHub(hub);
};
