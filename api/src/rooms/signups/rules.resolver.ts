import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import {
  OccurrenceAbilitiesType,
  offeringLoader,
  OccurrenceType,
  OfferingType,
  type OccurrenceAbilitiesRow,
  type OccurrenceRow,
  type OfferingRow,
} from '../offerings/index.ts';
import { closesAtOf, opensAtOf, rulesLoader, signUpStateOf } from './rules.read.ts';
import { SetSignUpRulesInput, SetSignUpRulesPayload, SignUpRulesType } from './rules.types.ts';
import { SignUpStateEnum } from './sign-up.enums.ts';
import { SignUpService } from './sign-up.service.ts';
import type { SignUpState } from './sign-up.words.ts';

const stateOf = async (occurrence: OccurrenceRow, { loaders, hub }: Context): Promise<SignUpState> => {
  const [offering, rules] = await Promise.all([
    loaders.load(offeringLoader, occurrence.offeringId),
    loaders.load(rulesLoader, occurrence.offeringId),
  ]);
  return signUpStateOf(occurrence, offering?.takesSignUps ?? false, rules, hub.clock.now());
};

/** What sign-ups add to a date. */
@Resolver(() => OccurrenceType)
export class SignUpOpeningResolver {
  @FieldResolver(() => SignUpStateEnum, { description: 'Whether one can sign up now.' })
  signUpState(@Root() occurrence: OccurrenceRow, @Ctx() context: Context): Promise<SignUpState> {
    return stateOf(occurrence, context);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When sign-up opens; null = it is open as soon as the date stands in the calendar.',
  })
  async signUpOpensAt(
    @Root() { offeringId, startsAt }: OccurrenceRow,
    @Ctx() { loaders }: Context,
  ): Promise<Date | null> {
    return opensAtOf(startsAt, await loaders.load(rulesLoader, offeringId));
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When sign-up closes.' })
  async signUpClosesAt(
    @Root() { offeringId, startsAt }: OccurrenceRow,
    @Ctx() { loaders }: Context,
  ): Promise<Date> {
    return closesAtOf(startsAt, await loaders.load(rulesLoader, offeringId));
  }

  @FieldResolver(() => Int, { description: 'How many persons and families wait for a place.' })
  waitingCount(@Root() { waiting }: OccurrenceRow): number {
    return waiting;
  }
}

/** The sign-up rules of an offering. */
@Resolver(() => OfferingType)
export class SignUpRulesResolver {
  private readonly service: SignUpService;

  constructor(hub: Hub) {
    this.service = hub.get(SignUpService);
  }

  @FieldResolver(() => SignUpRulesType, { description: 'When and for whom sign-up is.' })
  signUpRules(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<SignUpRulesType> {
    return loaders.load(rulesLoader, id);
  }

  @Mutation(() => SetSignUpRulesPayload, {
    description: 'Says when and for whom sign-up to an offering’s dates is. Reason: NUMBER_OUT_OF_RANGE.',
  })
  async setSignUpRules(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SetSignUpRulesInput, { description: 'The rules.' }) input: SetSignUpRulesInput,
  ): Promise<SetSignUpRulesPayload> {
    return { rules: await this.service.setRules(viewer, input) };
  }
}

/** One can sign up when places are free and sign-up is open. */
@Resolver(() => OccurrenceAbilitiesType)
export class SignUpAbilityResolver {
  @FieldResolver(() => Boolean, { description: 'Sign up to it now; nobody needs an account for that.' })
  async signUp(@Root() { occurrence }: OccurrenceAbilitiesRow, @Ctx() context: Context): Promise<boolean> {
    return (await stateOf(occurrence, context)) === 'OPEN';
  }
}
