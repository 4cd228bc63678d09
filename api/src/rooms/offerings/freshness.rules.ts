/** After so many days without a touch the hosts are asked. */
const daysUntouched = 60;
/** So long after the question an offering is marked, then hidden. */
const daysToMark = 14;
const daysToHide = 28;

export type Freshness = 'FRESH' | 'UNCONFIRMED' | 'HIDDEN';

export const checkReasons = ['UNTOUCHED', 'ENDED'] as const;
export type CheckReason = (typeof checkReasons)[number];

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** What is older than these instants is due; `hides` also tells an open question's end from its beginning. */
export const freshnessLimits = (now: Date) => ({
  untouchedSince: daysBefore(now, daysUntouched),
  marks: daysBefore(now, daysToMark),
  hides: daysBefore(now, daysToHide),
});

/** When an offering is hidden that was asked about then and gets no answer. */
export const hidesAt = (askedAt: Date): Date => daysBefore(askedAt, -daysToHide);

export const freshnessOf = ({
  staleAt,
  hiddenAt,
}: {
  readonly staleAt: Date | null;
  readonly hiddenAt: Date | null;
}): Freshness => {
  if (hiddenAt) return 'HIDDEN';
  return staleAt ? 'UNCONFIRMED' : 'FRESH';
};
