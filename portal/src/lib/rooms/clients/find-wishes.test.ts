import { describe, expect, it } from 'vitest';
import { addressOf, filterOf, isSet, wishesOf, wishNames, without } from './find-wishes.ts';

const client: Parameters<typeof wishesOf>[1] = {
  id: 'client',
  version: 1,
  pseudonym: 'Kielo',
  registerReference: null,
  languages: ['ar', 'ckb'],
  needsInterpreter: true,
  ageBand: 'FROM_30_TO_49',
  finnishLevel: 'A1',
  accessNeeds: ['CHILD_CARE'],
  municipality: { code: '426', name: { value: 'Liperi' } },
  wishes: [{ id: 'theme', label: { value: 'Music', language: 'en' } }],
  identity: null,
  viewerCan: { update: true, recordConsent: true, refer: true },
};

describe('the wishes of a search', () => {
  it('come from the client as long as nobody changed them', () => {
    expect(filterOf(wishesOf(new URLSearchParams(), client))).toEqual({
      takesReferrals: true,
      languages: ['ar', 'ckb'],
      municipalityCodes: ['426'],
      themeIds: ['theme'],
      finnishLevelAtMost: 'A1',
      childrenWelcome: true,
    });
  });

  it('come from the address once they were changed, also when all were taken away', () => {
    expect(filterOf(wishesOf(new URLSearchParams('changed=1'), client))).toEqual({ takesReferrals: true });
  });

  it('stand in the address so that it finds the same again', () => {
    const wishes = { ...wishesOf(new URLSearchParams(), client), free: true, text: 'kahvi' };
    expect(wishesOf(new URLSearchParams(addressOf(wishes)), client)).toEqual(wishes);
  });

  it('can be dropped one by one, the others staying', () => {
    const wishes = wishesOf(new URLSearchParams(), client);
    const dropped = without(wishes, 'language');
    expect(wishNames.filter((name) => isSet(dropped, name))).toEqual([
      'theme',
      'municipality',
      'finnish',
      'children',
    ]);
  });
});
