import { Secret, TOTP } from 'otpauth';
import sql from 'sql-template-tag';
import { systemViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import { AuthenticatorService } from '../../src/rooms/people/index.ts';
import type { TestHub } from '../harness.ts';

interface CodeInput {
  readonly code: string;
}

/** A code of an app that waits to be confirmed, instead of any the viewer had; any digits for the anonymous. */
export const aCodeToConfirm = async (hub: TestHub, viewer: Viewer | null): Promise<CodeInput> => {
  if (!viewer) return { code: '123456' };
  await hub.hub.db.write(systemViewer('test'), (tx) =>
    tx.query(sql`delete from authenticators where person_id = ${viewer.personId}`),
  );
  const { secret } = await hub.hub.get(AuthenticatorService).start(viewer);
  const timestamp = hub.clock.now().getTime();
  return { code: TOTP.generate({ secret: Secret.fromBase32(secret), timestamp }) };
};

/** An unused recovery code of an app in use. */
export const aCodeThatProves = async (hub: TestHub, viewer: Viewer | null): Promise<CodeInput> => {
  const toConfirm = await aCodeToConfirm(hub, viewer);
  if (!viewer) return toConfirm;
  const { recoveryCodes } = await hub.hub.get(AuthenticatorService).confirm(viewer, toConfirm.code);
  return { code: recoveryCodes[0] ?? '' };
};
