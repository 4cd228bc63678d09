import sql from 'sql-template-tag';
import { anonymousViewer, systemViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import { newId } from '../../src/platform/ids.ts';
import { PasskeyService } from '../../src/rooms/people/index.ts';
import type { TestHub } from '../harness.ts';
import { SoftKey } from '../makers/soft-key.ts';

const passkeysOf = (hub: TestHub): PasskeyService => hub.hub.get(PasskeyService);

const enrol = async (hub: TestHub, viewer: Viewer): Promise<{ key: SoftKey; passkeyId: string }> => {
  const key = new SoftKey();
  const answer = key.create(await passkeysOf(hub).start(viewer, 'ENROL'));
  const { passkey } = await passkeysOf(hub).enrol(viewer, answer, 'Phone');
  return { key, passkeyId: passkey.id };
};

/** A passkey that signed in before. */
export const giveUsedPasskey = async (hub: TestHub, viewer: Viewer): Promise<void> => {
  const { passkeyId } = await enrol(hub, viewer);
  await hub.hub.db.write(systemViewer('test'), (tx) =>
    tx.query(sql`update passkeys set last_used_at = created_at where id = ${passkeyId}`),
  );
};

/** A passkey of the viewer's own; one that is nobody's for the anonymous. */
export const aPasskeyOf = async (hub: TestHub, viewer: Viewer | null): Promise<{ passkeyId: string }> => ({
  passkeyId: viewer ? (await enrol(hub, viewer)).passkeyId : newId(),
});

export const anEnrolment = async (hub: TestHub, viewer: Viewer | null): Promise<object> => {
  const options = viewer ? await passkeysOf(hub).start(viewer, 'ENROL') : '{}';
  return { response: new SoftKey().create(options), name: 'Stick' };
};

/** A proof by a key of the viewer, or of `owner` for the anonymous. */
export const aPasskeySignIn = async (
  hub: TestHub,
  viewer: Viewer | null,
  owner: Viewer,
): Promise<{ response: string }> => {
  const { key } = await enrol(hub, viewer ?? owner);
  return { response: key.get(await passkeysOf(hub).start(viewer ?? anonymousViewer(), 'SIGN_IN')) };
};
