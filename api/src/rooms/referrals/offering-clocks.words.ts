/** What a host may set of an offering's clocks, within the ends that the rules set (DOMAIN.md §4.2). */
export interface OfferingClocks {
  /** In how many working days the receiver answers. */
  readonly answerWorkingDays: number;
  readonly urgentAnswerWorkingDays: number;
  /** In how many working days after the acceptance the client is reached. */
  readonly firstContactWorkingDays: number;
  /** After how many days a waiting client is looked at again. */
  readonly waitingReviewDays: number;
  /** After how many days the receiver is first asked what became of it. */
  readonly firstOutcomeDays: number;
}

/** Hold where a host says nothing: `timersDefault` of the table of moves. */
export const defaultClocks: OfferingClocks = {
  answerWorkingDays: 3,
  urgentAnswerWorkingDays: 1,
  firstContactWorkingDays: 5,
  waitingReviewDays: 30,
  firstOutcomeDays: 30,
};

/**
 * What may be chosen. The ends stay for all: an answer escalates at one and a half of its time, before it expires at ten
 * working days; a first contact escalates at ten; waiting ends at 90 days, and the second question of the outcome comes then.
 */
export const clockBounds: Readonly<Record<keyof OfferingClocks, readonly [least: number, most: number]>> = {
  answerWorkingDays: [1, 6],
  urgentAnswerWorkingDays: [1, 6],
  firstContactWorkingDays: [1, 9],
  waitingReviewDays: [7, 89],
  firstOutcomeDays: [7, 89],
};
