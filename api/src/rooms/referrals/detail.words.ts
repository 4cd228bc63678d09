/** How a detail stands that a receiver asked for. */
export const detailStatuses = ['ASKED', 'GRANTED', 'REFUSED'] as const;
export type DetailStatus = (typeof detailStatuses)[number];
