import type { Schedule, ScheduleProblem } from './schedule.ts';
import { parseWallTime, wallTimeExists } from './wall-time.ts';

/** More than these are no exceptions but another rule. */
const MAXIMUM_EXCEPTIONS = 200;

const isDay = (text: string): boolean => parseWallTime(`${text}T12:00`) !== null;

const isStart = (text: string): boolean => {
  const wall = parseWallTime(text);
  return wall !== null && wallTimeExists(wall);
};

/** What is wrong with the days left out and the dates added. */
export const exceptionsProblem = ({
  skippedOn = [],
  extraStarts = [],
  timeKind,
}: Schedule): ScheduleProblem[] => {
  const problems: ScheduleProblem[] = [];
  const say = (
    field: 'skippedOn' | 'extraStarts',
    reason: ScheduleProblem['reason'],
    message: string,
  ): void => {
    problems.push({ field, reason, message });
  };
  const tooMany = `Name ${MAXIMUM_EXCEPTIONS} at most.`;
  if (skippedOn.length > MAXIMUM_EXCEPTIONS) say('skippedOn', 'TOO_MANY', tooMany);
  else if (!skippedOn.every(isDay)) {
    say('skippedOn', 'INVALID_DATE', 'A day left out is a real date of the years 2000 to 2099.');
  }
  if (extraStarts.length > MAXIMUM_EXCEPTIONS) say('extraStarts', 'TOO_MANY', tooMany);
  else if (!extraStarts.every(isStart)) {
    say(
      'extraStarts',
      'INVALID_TIME',
      'An extra date is a real date and time that the clocks of Helsinki show.',
    );
  } else if (timeKind === 'ALL_DAY' && !extraStarts.every((text) => text.endsWith('T00:00'))) {
    say('extraStarts', 'NOT_WHOLE_DAYS', 'What takes all day starts at 00:00.');
  }
  return problems;
};
