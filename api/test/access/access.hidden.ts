import type { AccessRole } from './access.roles.ts';

/** A mutation's subject that most roles cannot see: the input's field with its id, and who may know that it exists. */
interface HiddenSubject {
  readonly id: string;
  readonly knownTo: readonly AccessRole[];
}

const clientSide: readonly AccessRole[] = ['caseworker', 'manager'];
const hosts: readonly AccessRole[] = ['volunteer', 'coordinator', 'admin'];

/** The officer knows that a client is there, and none of their referrals. */
const client: HiddenSubject = { id: 'clientId', knownTo: [...clientSide, 'dpo'] };
const offeredClient: HiddenSubject = { id: 'moveId', knownTo: clientSide };
/** Any caseworker of the municipality may take over whoever comes. */
const comingClient: HiddenSubject = { id: 'moveId', knownTo: [...clientSide, 'otherCaseworker'] };
const draftReferral: HiddenSubject = { id: 'referralId', knownTo: clientSide };
const sentReferral: HiddenSubject = { id: 'referralId', knownTo: [...clientSide, 'coordinator'] };
const draftOffering: HiddenSubject = { id: 'offeringId', knownTo: hosts };
/** Shifts are the organisation's own. */
const shift: HiddenSubject = { id: 'shiftId', knownTo: ['volunteer', 'coordinator'] };
/** Members are seen by whoever leads their organisation, of the association or the municipality. */
const leaders: readonly AccessRole[] = ['coordinator', 'manager', 'admin'];

/** Mutations whose refusal must not tell whether their subject exists. */
export const hiddenSubjects: Readonly<Record<string, HiddenSubject>> = {
  rotateApiKey: { id: 'apiKeyId', knownTo: leaders },
  revokeApiKey: { id: 'apiKeyId', knownTo: leaders },
  rotateWebhookSecret: { id: 'webhookId', knownTo: leaders },
  pingWebhook: { id: 'webhookId', knownTo: leaders },
  deleteWebhook: { id: 'webhookId', knownTo: leaders },
  replayWebhookDelivery: { id: 'deliveryId', knownTo: leaders },
  verifyOrganisation: { id: 'organisationId', knownTo: ['admin'] },
  revokeInvitation: { id: 'invitationId', knownTo: leaders },
  removeMember: { id: 'membershipId', knownTo: leaders },
  answerAccessReview: { id: 'reviewId', knownTo: ['coordinator', 'manager'] },
  completeAccessReview: { id: 'reviewId', knownTo: ['coordinator', 'manager'] },
  unfollowImport: { id: 'sourceId', knownTo: ['coordinator', 'admin'] },
  takeImport: { id: 'previewId', knownTo: ['coordinator', 'admin'] },
  changeShift: shift,
  cancelShift: shift,
  takeShift: shift,
  giveBackShift: shift,
  askShiftSwap: shift,
  answerShiftSwap: { id: 'swapId', knownTo: ['volunteer', 'coordinator'] },
  confirmShiftHours: { id: 'placeId', knownTo: ['volunteer', 'coordinator'] },
  updateVolunteer: { id: 'personId', knownTo: ['volunteer', 'coordinator'] },
  checkVolunteerExtract: { id: 'personId', knownTo: ['volunteer', 'coordinator'] },
  publishOffering: draftOffering,
  archiveOffering: draftOffering,
  updateClient: client,
  breakGlass: client,
  moveClient: client,
  acceptClientMove: comingClient,
  declineClientMove: comingClient,
  cancelClientMove: offeredClient,
  reviewEmergency: { id: 'emergencyId', knownTo: ['manager', 'dpo'] },
  recordConsent: client,
  createReferral: client,
  withdrawConsent: { id: 'consentId', knownTo: [...clientSide, 'dpo'] },
  createClientRequest: client,
  decideClientRequest: { id: 'requestId', knownTo: ['dpo'] },
  signUpReferral: sentReferral,
  cancelReferralSignUp: sentReferral,
  askReferralDetail: sentReferral,
  grantReferralDetail: sentReferral,
  refuseReferralDetail: sentReferral,
  rerouteReferral: sentReferral,
  discardDraft: draftReferral,
  submitReferralForConsent: draftReferral,
  confirmReferralConsent: draftReferral,
  sendReferral: draftReferral,
  refuseReferralConsent: draftReferral,
  askReferralInfo: sentReferral,
  replyReferralInfo: sentReferral,
  waitlistReferral: sentReferral,
  holdReferral: sentReferral,
  resumeReferral: sentReferral,
  reopenReferral: sentReferral,
  sendReferralMessage: sentReferral,
  acceptReferral: sentReferral,
  assignReferral: sentReferral,
  reassignReferral: sentReferral,
  declineReferral: sentReferral,
  withdrawReferral: sentReferral,
  recordFirstContact: sentReferral,
  closeReferral: sentReferral,
  createClientLink: draftReferral,
};
