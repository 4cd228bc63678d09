import { describe, expect, it } from 'vitest';
import { homePath } from './desk-home.ts';

const nothing = {
  openAssociationDesk: false,
  openCaseworkerDesk: false,
  openManagerDesk: false,
  openProtectionDesk: false,
  openAdminDesk: false,
};

describe('the first page after signing in', () => {
  it('is the desk where work waits', () => {
    expect(homePath('ar', { ...nothing, openAssociationDesk: true })).toBe('/ar/association');
    expect(homePath('fi', { ...nothing, openProtectionDesk: true, openAdminDesk: true })).toBe('/fi/admin');
    expect(
      homePath('fi', {
        openAssociationDesk: true,
        openCaseworkerDesk: true,
        openManagerDesk: true,
        openProtectionDesk: true,
        openAdminDesk: true,
      }),
    ).toBe('/fi/caseworker');
  });

  it('is the public list for somebody without a desk', () => {
    expect(homePath('so', nothing)).toBe('/so');
    expect(homePath('so', undefined)).toBe('/so');
  });
});
