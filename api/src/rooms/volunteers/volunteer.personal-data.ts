import { personalFields, type PersonalField } from '../../platform/personal-data/personal-data.ts';

const common = { about: 'WORKER', purpose: 'VOLUNTEERING', retention: 'VOLUNTEER' } as const;

/** What this room keeps of volunteers, for what and how long. Row-level security guards it; nothing here names anyone. */
export const volunteerPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { ...common, table: 'volunteer_profiles' },
    { skills: null, languages: null, free_times: null },
  ),
  ...personalFields({ ...common, table: 'volunteer_extracts' }, { checked_on: null }),
  ...personalFields(
    { ...common, table: 'shift_places' },
    { person_id: null, status: null, minutes_worked: null },
  ),
  ...personalFields({ ...common, table: 'shift_swaps' }, { from_person_id: null, to_person_id: null }),
];
