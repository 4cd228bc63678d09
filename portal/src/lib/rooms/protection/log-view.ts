import { formatDayAndTime } from '#lib/i18n/dates.ts';
import {
  protection_log_altered,
  protection_log_anchored,
  protection_log_intact,
  protection_log_never,
  protection_log_sealed,
  protection_log_unverified,
  protection_log_verified,
} from '#lib/paraglide/messages.js';
import type { LogState } from './protection.queries.ts';

const verdictOf = (findings: number | null) => {
  if (findings === null) return { tone: 'info' as const, text: protection_log_unverified() };
  if (findings > 0) return { tone: 'error' as const, text: protection_log_altered({ count: findings }) };
  return { tone: 'success' as const, text: protection_log_intact() };
};

/** How the log is kept, in the reader's words. */
export function logOf({ sealedAt, anchoredAt, verifiedAt, findings }: LogState) {
  const told = (at: string | null): string => (at === null ? protection_log_never() : formatDayAndTime(at));
  return {
    verdict: verdictOf(findings),
    sealed: { label: protection_log_sealed(), at: told(sealedAt) },
    anchored: { label: protection_log_anchored(), at: told(anchoredAt) },
    verified: { label: protection_log_verified(), at: told(verifiedAt) },
  };
}
