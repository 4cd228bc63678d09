import type { AccessScene } from './access.scene.ts';
import type { RootQuestion } from './access.walk.ts';

const about = (root: string, name: string, values: readonly unknown[]): RootQuestion[] =>
  values.map((value) => ({ root, variables: { [name]: value } }));

/** Every root query, about everything in the scene that it can be about. The same for every role. */
export const accessQuestions = (scene: AccessScene): RootQuestion[] => {
  const { association, sister, elsewhere, municipality, network, applicant } = scene;
  const organisationIds = [association, sister, elsewhere, municipality, network, applicant].map(
    ({ id }) => id,
  );
  const membershipIds = Object.values(scene.members).map(({ membershipId }) => membershipId);
  const schedule = { startsAtLocal: '2026-12-01T17:00', durationMinutes: 60 };
  const preview = (offeringId: string) => ({
    clientId: scene.client.id,
    offeringId,
    note: 'Toivo can call 040 123 4567',
  });
  const needs = {
    languages: ['en'],
    municipalityCode: '167',
    freeTimes: [{ weekday: 2, part: 'EVENING' }],
    themeIds: scene.themeIds,
    accessNeeds: ['STEP_FREE', 'HEARING'],
  };
  return [
    ...[
      'viewer',
      'demo',
      'region',
      'municipalities',
      'languages',
      'themes',
      'partnerTerms',
      'referralManual',
      'referralEscalations',
      'overdueAccessReviews',
      'referralCounts',
      'clientMoves',
      'recordOfProcessing',
      'logState',
      'occurrenceFacets',
      'employerSignIns',
    ].map((root) => ({
      root,
      variables: {},
    })),
    ...[
      'organisations',
      'offerings',
      'occurrences',
      'people',
      'clients',
      'referrals',
      'failedNotices',
      'clientRequests',
    ].map((root) => ({
      root,
      variables: { first: 100 },
    })),
    ...about('organisation', 'id', organisationIds),
    ...about('places', 'organisationId', organisationIds),
    ...about('caseworkers', 'organisationId', organisationIds),
    ...about('accessReview', 'organisationId', organisationIds),
    ...about('clientsWithoutCaseworker', 'organisationId', organisationIds),
    ...about('membership', 'id', membershipIds),
    ...about('emergencyAccesses', 'organisationId', organisationIds),
    ...about('offering', 'id', [scene.offeringId, scene.draftId]),
    ...about('occurrence', 'id', [scene.occurrenceId, scene.cancelledOccurrenceId, scene.movedOccurrenceId]),
    ...about('signUps', 'occurrenceId', [
      scene.occurrenceId,
      scene.waitingOccurrenceId,
      scene.referredOccurrenceId,
    ]),
    ...about('waitingListMoves', 'occurrenceId', [scene.waitingOccurrenceId]),
    ...about('volunteers', 'organisationId', organisationIds),
    ...about('volunteerProfile', 'organisationId', organisationIds),
    ...about('shiftSwaps', 'organisationId', organisationIds),
    ...about('shiftColleagues', 'shiftId', [scene.swapShiftId, scene.openShiftId]),
    ...organisationIds.flatMap((organisationId) =>
      ['COMING', 'TO_CONFIRM'].map((list) => ({ root: 'shifts', variables: { organisationId, list } })),
    ),
    ...organisationIds.map((organisationId) => ({
      root: 'shifts',
      variables: { organisationId, occurrenceId: scene.openOccurrenceId },
    })),
    ...about('attendance', 'occurrenceId', [scene.todayOccurrenceId]),
    ...about('signUp', 'code', scene.codes),
    ...about('offeringCheck', 'code', [scene.checkCode]),
    ...about('client', 'id', [scene.client.id]),
    {
      root: 'clientMovePreview',
      variables: { clientId: scene.client.id, toOrganisationId: scene.otherMunicipality.id },
    },
    ...about('subjectExport', 'clientId', [scene.client.id]),
    ...about('referral', 'id', [...Object.values(scene.referrals).map(({ id }) => id), scene.successorId]),
    ...about('referralAlternatives', 'referralId', [scene.referrals.DECLINED.id]),
    ...about('referralPreview', 'input', [scene.unusedOfferingId, scene.referredOfferingId].map(preview)),
    ...about('clientPage', 'token', scene.linkTokens),
    ...about('matchOfferings', 'needs', [needs]),
    ...about('importPreview', 'id', Object.values(scene.importPreviewIds)),
    ...about('invitation', 'token', [scene.invitationToken]),
    ...about('consentText', 'languageTag', ['ar']),
    ...about('similarOfferings', 'input', [{ title: 'Open door' }, { title: 'Unripe plan' }]),
    ...about('previewSchedule', 'input', [schedule]),
    // Without any times, every date with people is stranded.
    { root: 'previewScheduleChange', variables: { offeringId: scene.supperOfferingId, schedules: [] } },
  ];
};
