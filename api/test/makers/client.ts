import type { Viewer } from '../../src/platform/policy/viewer.ts';
import {
  ClientCreation,
  ConsentService,
  currentTextVersion,
  type ClientRow,
  type ConsentView,
  type CreateClientInput,
  type RecordConsentInput,
} from '../../src/rooms/clients/index.ts';
import type { TestHub } from '../harness.ts';

const municipalityOf = (caseworker: Viewer): string =>
  caseworker.memberships.find(({ role }) => role === 'CASEWORKER')?.organisationId ?? '';

/** A client of a caseworker who signed in strongly: Arabic-speaking, of Joensuu, reached by phone, unless told. */
export const aClient = (
  hub: TestHub,
  caseworker: Viewer,
  wish: Partial<CreateClientInput> = {},
): Promise<ClientRow> =>
  hub.hub.get(ClientCreation).create(
    { ...caseworker, assurance: 'STRONG' },
    {
      organisationId: municipalityOf(caseworker),
      municipalityCode: '167',
      languages: ['ar', 'en'],
      ageBand: 'FROM_30_TO_49',
      finnishLevel: 'A1',
      identity: {
        givenName: 'Samira',
        contactKind: 'PHONE',
        contact: '040 123 4567',
        safeContactNote: 'Only messages',
      },
      ...wish,
    },
  );

/** A consent of that client to tell an organisation all of tier 1, spoken in Arabic, for a year, unless told. */
export const aConsent = async (
  hub: TestHub,
  caseworker: Viewer,
  wish: Pick<RecordConsentInput, 'clientId' | 'organisationId'> & Partial<RecordConsentInput>,
): Promise<ConsentView> => {
  const { consent } = await hub.hub.get(ConsentService).record(caseworker, {
    fields: ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'],
    textVersion: currentTextVersion,
    languageTag: 'ar',
    method: 'SPOKEN',
    interpreterUsed: true,
    ...wish,
  });
  return consent;
};
