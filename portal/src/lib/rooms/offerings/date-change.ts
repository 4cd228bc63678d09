export type DateStatus = 'SCHEDULED' | 'POSTPONED' | 'CANCELLED';

/** What tells whether a date is as its series has it. */
export interface ChangeableDate {
  readonly status: DateStatus;
  readonly movedAt: string | null;
  readonly previousStartsAt: string | null;
  readonly previousPlace?: { readonly name: string } | null;
}

/** What a host did to a date; null for one that is as its series has it. */
export function changeOf({ status, movedAt }: Pick<ChangeableDate, 'status' | 'movedAt'>) {
  if (status !== 'SCHEDULED') return status;
  return movedAt === null ? null : 'MOVED';
}
