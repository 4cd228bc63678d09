import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '#lib/api/api-error.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { ConsentTerms } from './consent-form.ts';
import { keep, sendNow, type Handover } from './hand-over.ts';

const handover: Handover = {
  clientId: 'client',
  offeringId: 'offering',
  organisationId: 'receiver',
  needCategory: 'COMPANY',
  priority: 'NORMAL',
  note: null,
  withheld: ['AGE_BAND'],
  confirmedWords: [],
  idempotencyKey: 'key',
};
const terms: ConsentTerms = {
  fields: ['GIVEN_NAME', 'CONTACT'],
  method: 'SPOKEN',
  interpreterUsed: false,
  languageTag: 'ar',
  textVersion: '2026-11',
};
const refused = { data: undefined, error: new ApiError({ code: 'CONFLICT', message: '' }) };
const created = (state: string) => ({
  data: { createReferral: { referral: { id: 'referral', version: 1, state } } },
  error: undefined,
});
const done = { data: {}, error: undefined };

/** An API that gives these answers one after another, and remembers the inputs. */
function answering(...answers: object[]) {
  const mutate = vi.fn();
  for (const answer of answers) mutate.mockResolvedValueOnce(answer);
  const inputs = () => mutate.mock.calls.map(([, variables]) => (variables as { input: object }).input);
  return { api: { mutate } as unknown as RequestApi, inputs };
}

describe('sending at once', () => {
  it('writes the consent down for the receiver, then creates, then sends the version it got', async () => {
    const { api, inputs } = answering(done, created('DRAFT'), done);
    expect(await sendNow(api, handover, terms)).toMatchObject({ referralId: 'referral', notice: 'sent' });
    const [consent, referral, move] = inputs();
    expect(consent).toEqual({
      ...terms,
      clientId: 'client',
      organisationId: 'receiver',
      idempotencyKey: 'key',
    });
    expect(referral).not.toHaveProperty('organisationId');
    expect(referral).toHaveProperty('idempotencyKey', 'key');
    expect(move).toEqual({ referralId: 'referral', version: 1 });
  });

  it('records no consent where one stands already', async () => {
    const { api, inputs } = answering(created('DRAFT'), done);
    expect(await sendNow(api, handover, undefined)).toMatchObject({ notice: 'sent' });
    expect(inputs()).toHaveLength(2);
  });

  it('creates nothing when the consent is refused', async () => {
    const { api, inputs } = answering(refused);
    expect(await sendNow(api, handover, terms)).toMatchObject({ refusal: refused.error });
    expect(inputs()).toHaveLength(1);
  });

  it('sends once when a second click finds the first one’s referral', async () => {
    const { api, inputs } = answering(created('SENT'));
    expect(await sendNow(api, handover, undefined)).toMatchObject({ notice: 'sent' });
    expect(inputs()).toHaveLength(1);
  });

  it('leads to the draft that stands when only the sending failed', async () => {
    const { api } = answering(created('DRAFT'), refused);
    expect(await sendNow(api, handover, undefined)).toMatchObject({
      referralId: 'referral',
      notice: 'unsent',
    });
  });
});

describe('not sending yet', () => {
  it('keeps a draft', async () => {
    const { api, inputs } = answering(created('DRAFT'));
    expect(await keep(api, handover, undefined)).toMatchObject({ notice: 'draft' });
    expect(inputs()).toHaveLength(1);
  });

  it('goes on to ask the client in the language of the text', async () => {
    const { api, inputs } = answering(created('DRAFT'), done);
    expect(await keep(api, handover, 'ar')).toMatchObject({ notice: 'asked' });
    expect(inputs()[1]).toEqual({ referralId: 'referral', version: 1, languageTag: 'ar' });
  });
});
