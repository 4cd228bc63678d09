import { Query, Resolver } from 'type-graphql';
import { ReferralManualType } from './manual.types.ts';
import { referralManual } from './referral.manual.ts';

/** The rules, for whoever wants to read them. */
@Resolver()
export class ManualResolver {
  @Query(() => ReferralManualType, {
    description: 'How referrals move and when: all states, moves and clocks. The same for everyone.',
  })
  referralManual(): ReferralManualType {
    return referralManual();
  }
}
