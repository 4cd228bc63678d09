import type { Viewer } from '../../src/platform/policy/viewer.ts';
import { currentTextVersion } from '../../src/rooms/clients/index.ts';
import type { Answer, TestHub } from '../harness.ts';

/** A referral as the tests ask for it: everything that a tier may hide is in it. */
export interface AskedReferral {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly side: string;
  readonly referrerName: string | null;
  readonly client: { readonly id: string } | null;
  readonly summary: Readonly<Record<string, unknown>> | null;
  readonly identity: Readonly<Record<string, unknown>> | null;
  readonly identityHiddenBecause: string | null;
  readonly sentAt: string | null;
  readonly answerDueAt: string | null;
  readonly acceptedAt: string | null;
  readonly firstContactDueAt: string | null;
  readonly endedAt: string | null;
  readonly isOverdue: boolean;
  readonly declineReason: string | null;
  readonly withdrawReason: string | null;
  readonly outcome: string | null;
  readonly sessionsAttended: number | null;
  readonly events: readonly {
    action: string;
    fromState: string | null;
    toState: string;
    byYou: boolean;
    byOrganisation: { id: string } | null;
  }[];
  readonly estimatedWaitWeeks: number | null;
  readonly holdReason: string | null;
  readonly reviewAt: string | null;
  readonly messages: readonly {
    kind: string;
    body: string;
    byYou: boolean;
    byOrganisation: { id: string } | null;
  }[];
  readonly moves: readonly string[];
  readonly viewerCan: Readonly<Record<string, boolean>>;
}

export const referralFields = `id state version side referrerName offering { id }
  receivingOrganisation { id } referringOrganisation { id } client { id }
  summary { needCategory municipality { code } languages needsInterpreter ageBand priority accessNeeds note }
  identity { givenName contactKind contact safeContactNote } identityHiddenBecause
  createdAt sentAt answerDueAt acceptedAt firstContactDueAt endedAt isOverdue
  declineReason withdrawReason outcome sessionsAttended
  events { action fromState toState byYou byOrganisation { id } } moves
  viewerCan { submitForConsent confirmConsent refuseConsent send replyInfo accept askInfo waitlist decline withdraw
    recordFirstContact hold resume close reopen }
  estimatedWaitWeeks holdReason reviewAt messages { kind body byYou byOrganisation { id } }`;

/** The mutations by the move's name, with their input types. */
export const moveMutations = {
  submitForConsent: ['submitReferralForConsent', 'SubmitReferralForConsentInput'],
  refuseConsent: ['refuseReferralConsent', 'RefuseReferralConsentInput'],
  confirmConsent: ['confirmReferralConsent', 'ConfirmReferralConsentInput'],
  send: ['sendReferral', 'SendReferralInput'],
  accept: ['acceptReferral', 'AcceptReferralInput'],
  askInfo: ['askReferralInfo', 'AskReferralInfoInput'],
  replyInfo: ['replyReferralInfo', 'ReplyReferralInfoInput'],
  waitlist: ['waitlistReferral', 'WaitlistReferralInput'],
  hold: ['holdReferral', 'HoldReferralInput'],
  resume: ['resumeReferral', 'ResumeReferralInput'],
  reopen: ['reopenReferral', 'ReopenReferralInput'],
  decline: ['declineReferral', 'DeclineReferralInput'],
  withdraw: ['withdrawReferral', 'WithdrawReferralInput'],
  recordFirstContact: ['recordFirstContact', 'RecordFirstContactInput'],
  close: ['closeReferral', 'CloseReferralInput'],
  create: ['createReferral', 'CreateReferralInput'],
} as const;

export type AskedMove = keyof typeof moveMutations;

/** What each move needs beside referral and version. */
export const moveDefaults: Readonly<Record<Exclude<AskedMove, 'create'>, object>> = {
  submitForConsent: { languageTag: 'ar' },
  confirmConsent: {
    fields: ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'],
    method: 'SPOKEN',
    languageTag: 'ar',
    interpreterUsed: true,
    textVersion: currentTextVersion,
  },
  send: {},
  refuseConsent: {},
  askInfo: { informationKinds: ['TIMES'], message: 'Which evenings suit?' },
  replyInfo: { message: 'Tuesdays and Thursdays.' },
  waitlist: { estimatedWaitWeeks: 4 },
  hold: { reason: 'CLIENT_AWAY', reviewOn: '2026-12-15' },
  resume: {},
  reopen: { reason: 'CLIENT_RETURNED' },
  accept: {},
  decline: { reason: 'NO_CAPACITY' },
  withdraw: { reason: 'CLIENT_CHANGED_MIND' },
  recordFirstContact: { channel: 'PHONE' },
  close: { outcome: 'COULD_NOT_CONTACT' },
};

export type MoveAnswer = Omit<Answer<unknown>, 'data'> & { readonly referral: AskedReferral };

/** Makes a move over GraphQL; `referral` is empty when it failed. */
export const askMove = async (
  hub: TestHub,
  viewer: Viewer | null,
  move: AskedMove,
  input: object,
): Promise<MoveAnswer> => {
  const [mutation, type] = moveMutations[move];
  const defaults = move === 'create' ? {} : moveDefaults[move];
  const { data, ...rest } = await hub.ask<Record<string, { referral: AskedReferral }> | null>(
    viewer,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { referral { ${referralFields} } } }`,
    { input: { ...defaults, ...input } },
  );
  return { ...rest, referral: data?.[mutation]?.referral as AskedReferral };
};

/** Reads one referral over GraphQL; null where it is not to be seen. */
export const askReferral = async (
  hub: TestHub,
  viewer: Viewer | null,
  id: string,
): Promise<AskedReferral | null> => {
  const { data } = await hub.ask<{ referral: AskedReferral | null }>(
    viewer,
    `query ($id: ID!) { referral(id: $id) { ${referralFields} } }`,
    { id },
  );
  return data?.referral ?? null;
};
