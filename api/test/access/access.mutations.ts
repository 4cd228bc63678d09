import { breakGlass, currentTextVersion } from '../../src/rooms/clients/index.ts';
import { partnerTerms } from '../../src/rooms/organisations/index.ts';
import { SignInService } from '../../src/rooms/people/index.ts';
import { createClientRequest } from '../../src/rooms/protection/index.ts';
import { aClient } from '../makers/client.ts';
import { anOfferingInput } from '../makers/offering.ts';
import { aMember } from '../makers/person.ts';
import { moveDefaults } from '../makers/referral-asks.ts';
import { aCodeThatProves, aCodeToConfirm } from './access.authenticators.ts';
import { aCalendarFile, anImportSource } from './access.imports.ts';
import { aDeliveryFor, aKeyFor, aWebhookFor } from './access.integrations.ts';
import { invite } from './access.organisations.ts';
import { anEnrolment, aPasskeyOf, aPasskeySignIn } from './access.passkeys.ts';
import { municipalRoles, type AccessRole } from './access.roles.ts';
import { aClientWhoComes, anOfferedClient, tokenFor, type AccessScene } from './access.scene.ts';
import { aShiftOf, anUnconfirmedPlace } from './access.volunteers.ts';
import { aClientsToken, nextDateOf, type AccessStage } from './access.referrals.ts';

type InputOf = (scene: AccessScene, role: AccessRole) => object | Promise<object>;

let made = 0;
const newAddress = (): string => `mutation-${(made += 1)}@example.org`;

/** The organisation a role is nearest to: the municipality for its people, the association for all others. */
const nearest = (scene: AccessScene, role: AccessRole): { id: string } =>
  municipalRoles.includes(role) ? scene.municipality : scene.association;
const roleIn = (role: AccessRole) => (municipalRoles.includes(role) ? 'CASEWORKER' : 'VOLUNTEER');

const inputOfMove =
  (move: keyof typeof moveDefaults, stage: AccessStage): InputOf =>
  ({ referrals }) => ({
    ...moveDefaults[move],
    referralId: referrals[stage].id,
    version: referrals[stage].version,
  });

const tokenOfClient = ({ hub, members, unusedOfferingId }: AccessScene, stage: 'AWAITING_CONSENT' | 'SENT') =>
  aClientsToken(
    hub,
    { caseworker: members.caseworker.viewer, coordinator: members.coordinator.viewer },
    stage,
    unusedOfferingId,
  );

/** Of a client of its own: each may have a few that wait. */
const aRequest = async ({ hub, members }: AccessScene): Promise<string> => {
  const { viewer } = members.caseworker;
  const { id: clientId } = await aClient(hub, viewer);
  return (await createClientRequest(hub.hub, viewer, { clientId, kind: 'ACCESS' })).id;
};

const place = { streetAddress: 'Koskikatu 2', municipalityCode: '167' };
const consentGiven = {
  fields: ['GIVEN_NAME', 'CONTACT'],
  textVersion: currentTextVersion,
  languageTag: 'ar',
  method: 'SPOKEN',
  interpreterUsed: true,
};

const reviewNear = ({ reviewIds }: AccessScene, role: AccessRole): string =>
  reviewIds[municipalRoles.includes(role) ? 'municipality' : 'association'];

const invitationFor = async (
  scene: AccessScene,
  role: AccessRole,
): Promise<{ id: string; address: string }> => {
  const address = newAddress();
  return { id: await invite(scene.hub, nearest(scene, role).id, address, roleIn(role)), address };
};

const someoneNear = async (scene: AccessScene, role: AccessRole): Promise<string> =>
  (await aMember(scene.hub, { organisationId: nearest(scene, role).id, role: roleIn(role) })).id;

const signInToken: InputOf = async ({ hub, deliver, members }) => {
  const { email } = members.volunteer;
  await hub.hub
    .get(SignInService)
    .requestLink({ email, languageTag: 'fi' }, { address: 'test', browserSecret: undefined });
  return { token: tokenFor(await deliver(), email) };
};

const aWebhookInput = async (scene: AccessScene, role: AccessRole): Promise<object> => ({
  webhookId: await aWebhookFor(scene.hub, nearest(scene, role).id),
});

const provingCode: InputOf = ({ hub, viewers }, role) => aCodeThatProves(hub, viewers[role]);

/** An input for each mutation that is right in every field, about what is nearest to the role in the scene. */
export const mutationInputs: Readonly<Record<string, InputOf>> = {
  createApiKey: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    name: 'Mutation',
    scopes: ['OFFERINGS_READ'],
  }),
  rotateApiKey: async (scene, role) => ({ apiKeyId: await aKeyFor(scene.hub, nearest(scene, role).id) }),
  revokeApiKey: async (scene, role) => ({ apiKeyId: await aKeyFor(scene.hub, nearest(scene, role).id) }),
  createWebhook: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    url: 'https://mutation.example.org/',
    events: ['OFFERING_CHANGED'],
  }),
  rotateWebhookSecret: (scene, role) => aWebhookInput(scene, role),
  pingWebhook: (scene, role) => aWebhookInput(scene, role),
  deleteWebhook: (scene, role) => aWebhookInput(scene, role),
  replayWebhookDelivery: async (scene, role) => ({
    deliveryId: await aDeliveryFor(scene.hub, nearest(scene, role).id),
  }),
  retryNotice: ({ failedNoticeId }) => ({ noticeId: failedNoticeId }),
  requestSignInLink: ({ members }) => ({ email: members.volunteer.email, languageTag: 'fi' }),
  signIn: signInToken,
  demoSignIn: () => ({ personKey: 'coordinator' }),
  signOut: () => ({}),
  startAuthenticator: provingCode,
  confirmAuthenticator: ({ hub, viewers }, role) => aCodeToConfirm(hub, viewers[role]),
  stepUp: provingCode,
  renewRecoveryCodes: provingCode,
  removeAuthenticator: provingCode,
  startEmployerSignIn: () => ({ employerId: 'city' }),
  finishEmployerSignIn: () => ({ employerId: 'city', query: 'code=a&state=b' }),
  startPasskey: (_scene, role) => ({ purpose: role === 'anonymous' ? 'SIGN_IN' : 'ENROL' }),
  enrolPasskey: ({ hub, viewers }, role) => anEnrolment(hub, viewers[role]),
  signInWithPasskey: ({ hub, viewers, members }, role) =>
    aPasskeySignIn(hub, viewers[role], members.volunteer.viewer),
  renamePasskey: async ({ hub, viewers }, role) => ({
    ...(await aPasskeyOf(hub, viewers[role])),
    name: 'My phone',
  }),
  removePasskey: ({ hub, viewers }, role) => aPasskeyOf(hub, viewers[role]),
  updateProfile: () => ({ languageTag: 'en' }),
  inviteMember: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    email: newAddress(),
    role: roleIn(role),
  }),
  revokeInvitation: async (scene, role) => ({ invitationId: (await invitationFor(scene, role)).id }),
  acceptInvitation: async (scene, role) => {
    const { address } = await invitationFor(scene, role);
    return { token: tokenFor(await scene.deliver(), address), displayName: 'New here' };
  },
  removeMember: async (scene, role) => {
    const wish = { organisationId: nearest(scene, role).id, role: roleIn(role) } as const;
    return { membershipId: (await aMember(scene.hub, wish)).membershipId };
  },
  answerAccessReview: (scene, role) => ({
    reviewId: reviewNear(scene, role),
    membershipId: scene.members[municipalRoles.includes(role) ? 'caseworker' : 'coordinator'].membershipId,
    decision: 'KEEP',
  }),
  completeAccessReview: (scene, role) => ({ reviewId: reviewNear(scene, role) }),
  resetSignIn: async (scene, role) => ({ personId: await someoneNear(scene, role) }),
  closeAccount: async (scene, role) => ({ personId: await someoneNear(scene, role) }),
  applyForOrganisation: () => ({
    kind: 'ASSOCIATION',
    name: `Applicants ${newAddress()}`,
    municipalityCode: '167',
    email: newAddress(),
    applicantName: 'Anna',
    applicantEmail: newAddress(),
  }),
  updateOrganisation: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    version: 2,
    phone: '040 123 1234',
  }),
  verifyOrganisation: ({ applicant }) => ({ organisationId: applicant.id, decision: 'VERIFY' }),
  acceptPartnerAgreement: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    termsVersion: partnerTerms.version,
  }),
  createPlace: (scene, role) => ({ ...place, organisationId: nearest(scene, role).id, name: newAddress() }),
  createOffering: (scene, role) => anOfferingInput({ organisationId: nearest(scene, role).id }),
  updateOffering: ({ offeringId }) => ({ offeringId, version: 1, womenOnly: true }),
  copyOffering: ({ offeringId }) => ({ offeringId }),
  confirmOffering: ({ offeringId }) => ({ offeringId }),
  confirmOfferingByLink: ({ checkCode }) => ({ code: checkCode }),
  saveTranslation: ({ offeringId }) => ({
    offeringId,
    version: 1,
    translation: { language: 'sv', title: 'Öppet hus' },
  }),
  publishOffering: ({ draftId }) => ({ offeringId: draftId, version: 1 }),
  archiveOffering: ({ draftId }) => ({ offeringId: draftId, version: 1 }),
  previewImport: (scene, role) => ({
    organisationId: nearest(scene, role).id,
    kind: 'ICS',
    file: aCalendarFile('Kerho'),
  }),
  unfollowImport: async ({ hub, importPreviewIds, association, municipality }, role) => {
    const near = municipalRoles.includes(role) ? 'municipality' : 'association';
    const { id } = near === 'association' ? association : municipality;
    return { sourceId: await anImportSource(hub, id, importPreviewIds[near]) };
  },
  takeImport: ({ importPreviewIds }, role) => ({
    previewId: importPreviewIds[municipalRoles.includes(role) ? 'municipality' : 'association'],
    eventIds: ['access-1'],
  }),
  cancelOccurrence: ({ occurrenceId }) => ({ occurrenceId, reasons: [] }),
  postponeOccurrence: ({ occurrenceId }) => ({ occurrenceId, reasons: [] }),
  moveOccurrence: ({ occurrenceId }) => ({ occurrenceId, startsAtLocal: '2026-12-20T10:00', reasons: [] }),
  undoOccurrenceChange: ({ movedOccurrenceId }) => ({ occurrenceId: movedOccurrenceId }),
  createSignUp: ({ openOccurrenceId }) => ({
    occurrenceId: openOccurrenceId,
    firstName: 'Sami',
    email: newAddress(),
    languageTag: 'fi',
  }),
  recordAttendance: ({ todaySignUpId }) => ({ signUpId: todaySignUpId, status: 'ATTENDED' }),
  setWalkIns: ({ todayOccurrenceId }) => ({ occurrenceId: todayOccurrenceId, count: 3 }),
  updateVolunteer: ({ association, members }) => ({
    organisationId: association.id,
    personId: members.volunteer.id,
    skills: ['MUSIC'],
  }),
  checkVolunteerExtract: ({ association, members }) => ({
    organisationId: association.id,
    personId: members.volunteer.id,
    checkedOn: '2026-11-23',
  }),
  createShift: ({ association, openOccurrenceId }) => ({
    organisationId: association.id,
    occurrenceId: openOccurrenceId,
    role: 'Door',
    startsAt: '2026-11-26T17:00:00+02:00',
    endsAt: '2026-11-26T18:00:00+02:00',
  }),
  changeShift: ({ openShiftId }) => ({ shiftId: openShiftId, neededCount: 7 }),
  cancelShift: async (scene, role) => ({ shiftId: await aShiftOf(scene.hub, scene, role) }),
  takeShift: ({ openShiftId }) => ({ shiftId: openShiftId, acceptsOverlap: true }),
  giveBackShift: async (scene, role) => ({ shiftId: await aShiftOf(scene.hub, scene, role) }),
  askShiftSwap: async (scene, role) => ({
    shiftId: await aShiftOf(scene.hub, scene, role),
    toPersonId: scene.members[role === 'coordinator' ? 'volunteer' : 'coordinator'].id,
  }),
  answerShiftSwap: ({ swapId }, role) => ({
    swapId,
    answer: role === 'volunteer' ? 'TAKE_BACK' : 'ACCEPT',
    acceptsOverlap: true,
  }),
  confirmShiftHours: async (scene) => ({
    placeId: await anUnconfirmedPlace(scene.hub, scene),
    minutes: 45,
  }),
  acceptSignUp: ({ codes }) => ({ code: codes[0] }),
  setSignUpRules: ({ offeringId }) => ({
    offeringId,
    largestParty: 4,
    opensDaysBefore: 300,
    minimumPeople: 2,
  }),
  setOfferingClocks: ({ offeringId }) => ({ offeringId, answerWorkingDays: 2 }),
  cancelSignUp: ({ codes }) => ({ code: codes[1] }),
  createClient: ({ municipality }) => ({
    organisationId: municipality.id,
    municipalityCode: '167',
    languages: ['so'],
    ageBand: 'FROM_18_TO_29',
    finnishLevel: 'NONE',
    identity: { givenName: 'Amina', contactKind: 'PHONE', contact: '040 555 6666' },
  }),
  updateClient: ({ client }) => ({ clientId: client.id, version: client.version, needsInterpreter: true }),
  // The manager hands over the client of another caseworker; each caseworker a new one of their own.
  handOverClients: async ({ hub, municipality, members }, role) => {
    const from = role === 'otherCaseworker' ? members.otherCaseworker : members.caseworker;
    const to = role === 'otherCaseworker' ? members.caseworker : members.otherCaseworker;
    const { id } = await aClient(hub, from.viewer);
    return {
      organisationId: municipality.id,
      fromPersonId: from.id,
      toPersonId: to.id,
      clientIds: [id],
    };
  },
  moveClient: async ({ hub, members, otherMunicipality }) => {
    const { id: clientId, version } = await aClient(hub, members.caseworker.viewer);
    return { clientId, version, toOrganisationId: otherMunicipality.id, isClientTold: true };
  },
  acceptClientMove: async (scene) => ({ moveId: await aClientWhoComes(scene) }),
  declineClientMove: async (scene) => ({ moveId: await aClientWhoComes(scene) }),
  cancelClientMove: async (scene) => ({ moveId: await anOfferedClient(scene) }),
  handOverReferrals: ({ association, members }) => ({
    organisationId: association.id,
    fromPersonId: members.coordinator.id,
    toPersonId: members.volunteer.id,
  }),
  breakGlass: async ({ hub, members }) => ({
    clientId: (await aClient(hub, members.caseworker.viewer)).id,
    reason: 'The client did not come home and nobody else can call.',
  }),
  reviewEmergency: async ({ secondManager, hub, members }) => ({
    emergencyId: await breakGlass(hub.hub, secondManager, {
      clientId: (await aClient(hub, members.caseworker.viewer)).id,
      reason: 'The client did not come home and nobody else can call.',
    }),
    verdict: 'JUSTIFIED',
  }),
  delegateClients: ({ municipality, members }, role) => ({
    organisationId: municipality.id,
    fromPersonId: members[role === 'otherCaseworker' ? 'otherCaseworker' : 'caseworker'].id,
    toPersonId: members[role === 'otherCaseworker' ? 'caseworker' : 'otherCaseworker'].id,
    // Not before the scene is over: it would show one caseworker the other's clients.
    startsOn: `2027-0${2 + municipalRoles.indexOf(role)}-01`,
    endsOn: `2027-0${2 + municipalRoles.indexOf(role)}-10`,
  }),
  endDelegation: ({ delegationIds }, role) => ({
    delegationId: delegationIds[role === 'otherCaseworker' ? 'otherCaseworker' : 'caseworker'],
  }),
  recordConsent: ({ client, elsewhere }) => ({
    ...consentGiven,
    clientId: client.id,
    organisationId: elsewhere.id,
  }),
  withdrawConsent: ({ consentId }) => ({ consentId }),
  createClientRequest: ({ client }) => ({ clientId: client.id, kind: 'ACCESS' }),
  decideClientRequest: async (scene) => ({
    requestId: await aRequest(scene),
    decision: 'REFUSED',
    refusalReason: 'UNFOUNDED',
  }),
  leaveRequestByLink: async (scene) => ({ token: await tokenOfClient(scene, 'SENT'), kind: 'ERASE' }),
  createReferral: ({ client, unusedOfferingId }) => ({
    clientId: client.id,
    offeringId: unusedOfferingId,
    needCategory: 'COMPANY',
  }),
  signUpReferral: async ({ hub, referrals }) => ({
    referralId: referrals.ACCEPTED.id,
    occurrenceId: await nextDateOf(hub, referrals.ACCEPTED.offeringId, 2),
  }),
  cancelReferralSignUp: ({ referrals, referredOccurrenceId }) => ({
    referralId: referrals.ACCEPTED.id,
    occurrenceId: referredOccurrenceId,
  }),
  askReferralDetail: ({ referrals }) => ({
    referralId: referrals.ACCEPTED.id,
    field: 'CHILDREN',
    reason: 'For the play corner.',
  }),
  grantReferralDetail: ({ referrals }) => ({
    referralId: referrals.ACCEPTED.id,
    field: 'FAMILY_NAME',
    value: 'Karimi',
  }),
  refuseReferralDetail: ({ referrals }) => ({ referralId: referrals.ACCEPTED.id, field: 'FAMILY_NAME' }),
  rerouteReferral: ({ referrals, unusedOfferingId }) => ({
    referralId: referrals.DECLINED.id,
    offeringId: unusedOfferingId,
  }),
  discardDraft: ({ referrals }) => ({ referralId: referrals.DRAFT.id, version: referrals.DRAFT.version }),
  submitReferralForConsent: inputOfMove('submitForConsent', 'DRAFT'),
  confirmReferralConsent: inputOfMove('confirmConsent', 'AWAITING_CONSENT'),
  sendReferral: inputOfMove('send', 'DRAFT'),
  refuseReferralConsent: inputOfMove('refuseConsent', 'AWAITING_CONSENT'),
  askReferralInfo: inputOfMove('askInfo', 'SENT'),
  replyReferralInfo: inputOfMove('replyInfo', 'NEEDS_INFO'),
  waitlistReferral: inputOfMove('waitlist', 'SENT'),
  holdReferral: inputOfMove('hold', 'IN_PROGRESS'),
  resumeReferral: inputOfMove('resume', 'ON_HOLD'),
  reopenReferral: inputOfMove('reopen', 'CLOSED'),
  sendReferralMessage: ({ referrals }) => ({
    referralId: referrals.ACCEPTED.id,
    message: 'See you on Tuesday.',
  }),
  acceptReferral: inputOfMove('accept', 'SENT'),
  assignReferral: ({ referrals }) => ({ referralId: referrals.SENT.id, version: referrals.SENT.version }),
  reassignReferral: ({ referrals }) => ({
    referralId: referrals.SENT.id,
    version: referrals.SENT.version,
    caseworkerId: referrals.SENT.id,
    reason: 'ABSENCE',
  }),
  declineReferral: inputOfMove('decline', 'SENT'),
  withdrawReferral: inputOfMove('withdraw', 'SENT'),
  recordFirstContact: inputOfMove('recordFirstContact', 'ACCEPTED'),
  createClientLink: ({ referrals }) => ({ referralId: referrals.AWAITING_CONSENT.id }),
  confirmConsentByLink: async (scene) => ({
    token: await tokenOfClient(scene, 'AWAITING_CONSENT'),
    languageTag: 'fa',
  }),
  refuseConsentByLink: async (scene) => ({ token: await tokenOfClient(scene, 'AWAITING_CONSENT') }),
  stopSharingByLink: async (scene) => ({ token: await tokenOfClient(scene, 'SENT') }),
  closeReferral: inputOfMove('close', 'IN_PROGRESS'),
};

/** The mutation as a document; its input is a variable. */
export const mutationDocument = (name: string, inputType: string): string =>
  `mutation ($input: ${inputType}) { ${name}(input: $input) { __typename } }`;
