import type { Hub } from '../hub.ts';
import { systemViewer } from '../policy/viewer.ts';
import { anchorFolderOf, readAnchors } from './anchor.file.ts';
import { mark } from './anchor.send.ts';
import { asSealer } from './seal.sealer.ts';
import { sentenceOf } from './verify.finding.ts';
import { verifyLog, type Verification } from './verify.ts';

export interface VerificationReport extends Verification {
  /** What to print, in plain words. */
  readonly lines: readonly string[];
}

const mostTold = 200;

const linesOf = (result: Verification, place: string, unreadable: number): string[] => {
  const { findings, rows, seals, chains, waiting, anchors, anchoredAt } = result;
  return [
    `${rows} rows in ${seals} seals of ${chains} chains were computed anew; ${waiting} rows wait for the next seal.`,
    anchoredAt === null
      ? `Nothing in ${place} to compare with: rows cut off at the end would not be noticed.`
      : `Compared with ${anchors} anchors in ${place}, the newest of ${anchoredAt}.`,
    ...(unreadable > 0 ? [`${unreadable} lines there could not be read.`] : []),
    ...findings.slice(0, mostTold).map(sentenceOf),
    ...(findings.length > mostTold ? [`… and ${findings.length - mostTold} more.`] : []),
    findings.length === 0
      ? 'Nothing was altered, deleted, moved or cut off.'
      : `${findings.length} findings. Keep the database as it is, and see README, "When the log does not verify".`,
  ];
};

/**
 * Verifies the whole log against the anchors in a file or folder (by default the data folder's), notes that it was done,
 * and records the reading. Anchors are read first: what is sealed meanwhile is not taken for cut off.
 */
export const verifyAndReport = async (
  hub: Hub,
  place = anchorFolderOf(hub.env.dataDirectory),
): Promise<VerificationReport> => {
  const { anchors, unreadable } = await readAnchors(place);
  await hub.db.write(systemViewer('cli:audit-verify'), (tx) =>
    tx.audit({ action: 'protection.verifyLog', kind: 'READ', subjectId: 'audit_log' }),
  );
  const result = await asSealer(hub, (run) => verifyLog(run, hub.crypto, { anchors }), true);
  await asSealer(hub, (run) => mark(run, hub.clock.now(), 'VERIFICATION', result.findings.length));
  return { ...result, lines: linesOf(result, place, unreadable) };
};
