import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sendAnchor } from '../../src/platform/audit/anchor.send.ts';
import { sealLog } from '../../src/platform/audit/seal.write.ts';
import { verifyAndReport } from '../../src/platform/audit/verify.run.ts';
import { Hub } from '../../src/platform/hub.ts';
import type { TestHub } from '../harness.ts';

/** The log sealed, anchored and verified once, with its anchors in a folder that is thrown away. */
export const sealedLog = async ({ hub }: TestHub): Promise<void> => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'anchors-'));
  const sealing = new Hub({ ...hub, env: { ...hub.env, dataDirectory } });
  await sealLog(sealing);
  await sendAnchor(sealing);
  await verifyAndReport(sealing);
  await rm(dataDirectory, { recursive: true });
};
