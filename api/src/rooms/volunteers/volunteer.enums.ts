import { registerEnumType } from 'type-graphql';
import type { PlaceStatus, ShiftList, Skill, SwapAnswer, SwapStatus } from './volunteer.words.ts';

export const SkillEnum = {
  CHILDREN: 'CHILDREN',
  COMPUTERS: 'COMPUTERS',
  COOKING: 'COOKING',
  CRAFTS: 'CRAFTS',
  DRIVING: 'DRIVING',
  FINNISH: 'FINNISH',
  FIRST_AID: 'FIRST_AID',
  GROUPS: 'GROUPS',
  INTERPRETING: 'INTERPRETING',
  MUSIC: 'MUSIC',
  SPORTS: 'SPORTS',
} as const satisfies Record<Skill, Skill>;
registerEnumType(SkillEnum, {
  name: 'VolunteerSkill',
  description: 'What a volunteer is good at.',
  valuesConfig: {
    CHILDREN: { description: 'Being with children.' },
    COMPUTERS: { description: 'Helping with computers and phones.' },
    COOKING: { description: 'Cooking and baking.' },
    CRAFTS: { description: 'Crafts and repairs.' },
    DRIVING: { description: 'Driving a car.' },
    FINNISH: { description: 'Practising Finnish with others.' },
    FIRST_AID: { description: 'First aid.' },
    GROUPS: { description: 'Leading a group.' },
    INTERPRETING: { description: 'Helping people understand each other.' },
    MUSIC: { description: 'Music and singing.' },
    SPORTS: { description: 'Sports and being outdoors.' },
  },
});

export const PlaceStatusEnum = {
  TAKEN: 'TAKEN',
  WORKED: 'WORKED',
  MISSED: 'MISSED',
  WITHDRAWN: 'WITHDRAWN',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<PlaceStatus, PlaceStatus>;
registerEnumType(PlaceStatusEnum, {
  name: 'ShiftPlaceStatus',
  description: 'Where a volunteer’s place on a shift stands.',
  valuesConfig: {
    TAKEN: { description: 'Taken; after the shift: nobody has confirmed the hours yet.' },
    WORKED: { description: 'A coordinator confirmed the hours.' },
    MISSED: { description: 'Did not come.' },
    WITHDRAWN: { description: 'Given back.' },
    CANCELLED: { description: 'The date is cancelled.' },
  },
});

export const SwapStatusEnum = {
  ASKED: 'ASKED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TAKEN_BACK: 'TAKEN_BACK',
} as const satisfies Record<SwapStatus, SwapStatus>;
registerEnumType(SwapStatusEnum, {
  name: 'ShiftSwapStatus',
  description: 'Where a request to take over a shift stands.',
  valuesConfig: {
    ASKED: { description: 'Waits for the colleague.' },
    ACCEPTED: { description: 'The colleague has the shift now.' },
    DECLINED: { description: 'The colleague cannot.' },
    TAKEN_BACK: { description: 'Whoever asked needs nobody any more.' },
  },
});

export const SwapAnswerEnum = {
  ACCEPT: 'ACCEPT',
  DECLINE: 'DECLINE',
  TAKE_BACK: 'TAKE_BACK',
} as const satisfies Record<SwapAnswer, SwapAnswer>;
registerEnumType(SwapAnswerEnum, {
  name: 'ShiftSwapAnswer',
  description: 'What becomes of a request to take over a shift.',
  valuesConfig: {
    ACCEPT: { description: 'The colleague takes the shift.' },
    DECLINE: { description: 'The colleague cannot.' },
    TAKE_BACK: { description: 'Whoever asked takes the request back.' },
  },
});

export const ShiftListEnum = {
  COMING: 'COMING',
  OPEN: 'OPEN',
  MINE: 'MINE',
  TO_CONFIRM: 'TO_CONFIRM',
} as const satisfies Record<ShiftList, ShiftList>;
registerEnumType(ShiftListEnum, {
  name: 'ShiftList',
  description: 'Which shifts are listed.',
  valuesConfig: {
    COMING: { description: 'Those that are not over.' },
    OPEN: { description: 'Coming ones on which somebody is needed and the viewer is not.' },
    MINE: { description: 'Those that are not over and have the viewer on them.' },
    TO_CONFIRM: { description: 'Those that are over, with hours that nobody has confirmed.' },
  },
});
