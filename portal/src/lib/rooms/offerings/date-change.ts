import { graphql } from '#lib/api/graphql.ts';

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

/** What became of a date, where it was, and why. */
export const DateChangeFragment = graphql(`
  fragment DateChange on Occurrence @_unmask {
    status
    movedAt
    previousStartsAt
    previousPlace {
      name
    }
    cancelReason(languages: $languages) {
      value
      language
      isFallback
    }
    changeReason(languages: $languages) {
      value
      language
      isFallback
    }
  }
`);
