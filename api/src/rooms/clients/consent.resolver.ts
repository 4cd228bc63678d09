import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { RecordConsentInput, WithdrawConsentInput } from './client.inputs.ts';
import type { ConsentRow } from './consent.read.ts';
import { ConsentService } from './consent.service.ts';
import { consentTextIn } from './consent.texts.ts';
import {
  ConsentTextType,
  ConsentType,
  RecordConsentPayload,
  WithdrawConsentPayload,
} from './consent.types.ts';

@Resolver(() => ConsentType)
export class ConsentResolver {
  private readonly consents: ConsentService;

  constructor(hub: Hub) {
    this.consents = hub.get(ConsentService);
  }

  @Query(() => ConsentTextType, {
    description: 'What a client consents to: the current text, in Finnish where the language is missing.',
  })
  consentText(
    @Arg('languageTag', () => Bcp47Scalar, { description: 'The client’s language.' }) languageTag: string,
  ): ConsentTextType {
    return consentTextIn(languageTag);
  }

  @Mutation(() => RecordConsentPayload, { description: 'Records that a client said yes.' })
  recordConsent(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RecordConsentInput, { description: 'To what, and how.' }) input: RecordConsentInput,
  ): Promise<RecordConsentPayload> {
    return this.consents.record(viewer, input);
  }

  @Mutation(() => WithdrawConsentPayload, {
    description:
      'Records that a client took a consent back: the receiver’s access and running referrals end at once.',
  })
  withdrawConsent(
    @Ctx() { viewer }: Context,
    @Arg('input', () => WithdrawConsentInput, { description: 'Which one.' }) input: WithdrawConsentInput,
  ): Promise<WithdrawConsentPayload> {
    return this.consents.withdraw(viewer, input.consentId);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who may be told.' })
  organisation(@Root() consent: ConsentRow, @Ctx() { loaders }: Context): Promise<OrganisationType> {
    return loaders.load(organisationLoader, consent.organisationId) as Promise<OrganisationType>;
  }
}
