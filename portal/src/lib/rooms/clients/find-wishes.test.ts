import { describe, expect, it } from 'vitest';
import { addressOf, needsOf, wishesOf, without } from './find-wishes.ts';

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
  viewerCan: {
    update: true,
    recordConsent: true,
    withdrawConsent: true,
    refer: true,
    breakGlass: false,
    readAccessLog: true,
    move: true,
  },
  needs: { maximumDistanceKm: 25 },
};
const own = () => wishesOf(new URLSearchParams(), client);

describe('the wishes of a search', () => {
  it('come from the client as long as nobody changed them', () => {
    expect(needsOf(own())).toMatchObject({
      languages: ['ar', 'ckb'],
      municipalityCode: '426',
      maximumDistanceKm: 25,
      themeIds: ['theme'],
      finnishLevel: 'A1',
      ageBand: 'FROM_30_TO_49',
      accessNeeds: ['CHILD_CARE'],
      freeTimes: [],
    });
  });

  it('come from the address once they were changed, also when all were taken away', () => {
    expect(needsOf(wishesOf(new URLSearchParams('changed=1'), client))).toMatchObject({
      languages: [],
      maximumDistanceKm: null,
      themeIds: [],
      accessNeeds: [],
      municipalityCode: '426',
    });
  });

  it('stand in the address so that it finds the same again', () => {
    const wishes = { ...own(), free: true, text: 'kahvi', time: ['4-EVENING', '6-MORNING'] };
    expect(wishesOf(new URLSearchParams(addressOf(wishes)), client)).toEqual(wishes);
  });

  it('can be dropped one by one, the others staying', () => {
    expect(without(own(), ['LANGUAGE', 'CHILD_CARE'])).toEqual({ ...own(), language: [], need: [] });
  });

  it('are no times that an address makes up', () => {
    expect(wishesOf(new URLSearchParams('changed=1&time=9-NIGHT&time=2-MORNING'), client).time).toEqual([
      '2-MORNING',
    ]);
  });
});
