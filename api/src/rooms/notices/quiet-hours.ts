const zone = 'Europe/Helsinki';
const startsAtHour = 20;
const endsAtHour = 8;

/** The end of the quiet hours, 20 to 8 in Helsinki, that an instant falls into; null by day. */
export const endOfQuietHours = (at: Date): Date | null => {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  if (local.hour >= endsAtHour && local.hour < startsAtHour) return null;
  const day = local.toPlainDate().add({ days: local.hour >= startsAtHour ? 1 : 0 });
  const end = day.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: endsAtHour }),
  });
  return new Date(end.epochMilliseconds);
};
