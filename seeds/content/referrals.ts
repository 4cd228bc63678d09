import type { SeedReferralPlan } from './content.types.ts';
import { referralsByElenaAndAbdirahman } from './referrals.elena-and-abdirahman.ts';
import { referralsByIlomantsiAndOutokumpu } from './referrals.ilomantsi-and-outokumpu.ts';
import { referralsByJukka } from './referrals.jukka.ts';
import { referralsByLiperiAndKontiolahti } from './referrals.liperi-and-kontiolahti.ts';
import { referralsBySanna } from './referrals.sanna.ts';

/** Seventy referrals over six months, in every state that their moves can reach. */
export const referralPlans: readonly SeedReferralPlan[] = [
  ...referralsBySanna,
  ...referralsByJukka,
  ...referralsByElenaAndAbdirahman,
  ...referralsByLiperiAndKontiolahti,
  ...referralsByIlomantsiAndOutokumpu,
];
