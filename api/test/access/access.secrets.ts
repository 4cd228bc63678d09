import type { AccessRole } from './access.roles.ts';
import type { AccessScene } from './access.scene.ts';

/** A text that may stand in nobody's answers but those roles'. */
interface Secret {
  readonly what: string;
  readonly text: string;
  readonly knownTo: readonly AccessRole[];
}

/** The lists of the demo (people, mails) are open to everyone by design and hold addresses. */
export const openRoots: readonly string[] = ['demo'];

export const secretsOf = (scene: AccessScene): Secret[] => {
  const { client, referrals, members, applicant, draftId } = scene;
  const clientSide: readonly AccessRole[] = ['caseworker', 'manager'];
  /** In an export the officer is told what the caseworker knows. */
  const exporters: readonly AccessRole[] = ['caseworker', 'dpo'];
  const bothSides: readonly AccessRole[] = [...clientSide, 'coordinator'];
  const hosts: readonly AccessRole[] = ['volunteer', 'coordinator', 'admin'];
  return [
    { what: 'the client’s name', text: 'Samira', knownTo: [...exporters, 'coordinator'] },
    { what: 'the client’s number', text: '+358401234567', knownTo: [...exporters, 'coordinator'] },
    { what: 'the safe-contact note', text: 'Only messages', knownTo: [...exporters, 'coordinator'] },
    { what: 'the client’s id', text: client.id, knownTo: [...clientSide, 'dpo'] },
    { what: 'the client’s pseudonym', text: client.pseudonym, knownTo: [...clientSide, 'dpo'] },
    { what: 'the register reference', text: 'REGISTER-77', knownTo: exporters },
    { what: 'what a client asked for', text: 'My number is another one.', knownTo: ['dpo'] },
    { what: 'the reason of a withdrawal', text: 'CLIENT_CHANGED_MIND', knownTo: [...clientSide, 'dpo'] },
    { what: 'a referral’s note', text: 'Mornings suit best.', knownTo: [...bothSides, 'dpo'] },
    { what: 'a draft referral', text: referrals.DRAFT.id, knownTo: [...clientSide, 'dpo'] },
    {
      what: 'a referral that awaits consent',
      text: referrals.AWAITING_CONSENT.id,
      knownTo: [...clientSide, 'dpo'],
    },
    { what: 'a referral that was sent', text: referrals.SENT.id, knownTo: [...bothSides, 'dpo'] },
    { what: 'the name of someone who signed up', text: 'Zaynab', knownTo: ['coordinator'] },
    { what: 'the address of someone who signed up', text: 'zaynab@example.org', knownTo: ['coordinator'] },
    { what: 'a draft offering', text: draftId, knownTo: hosts },
    { what: 'a draft offering’s title', text: 'Unripe plan', knownTo: hosts },
    { what: 'an application', text: applicant.name, knownTo: ['admin'] },
    { what: 'a coordinator’s address', text: members.coordinator.email, knownTo: ['coordinator', 'admin'] },
    { what: 'a caseworker’s address', text: members.caseworker.email, knownTo: [...clientSide, 'admin'] },
    {
      what: 'the address of someone invited',
      text: 'invited@example.org',
      knownTo: ['coordinator', 'admin'],
    },
  ];
};
