import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { OfferingFilter } from './offering.filters.ts';
import { CreateOfferingInput, UpdateOfferingInput } from './offering.inputs.ts';
import { offeringLoader } from './offering.loaders.ts';
import { OfferingService } from './offering.service.ts';
import { OfferingConnectionType, OfferingType } from './offering.types.ts';
import {
  ArchiveOfferingInput,
  CopyOfferingInput,
  OfferingPayload,
  PublishOfferingInput,
} from './lifecycle.inputs.ts';

const input = { description: 'What to do.' } as const;

/** Offerings to read and to change. */
@Resolver(() => OfferingType)
export class OfferingResolver {
  private readonly offerings: OfferingService;

  constructor(hub: Hub) {
    this.offerings = hub.get(OfferingService);
  }

  @Query(() => OfferingConnectionType, {
    name: 'offerings',
    description: 'Offerings, newest first: the published ones, and all of the viewer’s own organisations.',
  })
  list(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => OfferingFilter, { nullable: true, description: 'Which ones.' })
    filter?: OfferingFilter,
  ): Promise<unknown> {
    return this.offerings.page(viewer, args, filter ?? {});
  }

  @Query(() => OfferingType, {
    nullable: true,
    description:
      'One offering; null where there is none to see. An archived one still answers, with its status.',
  })
  async offering(
    @Ctx() { loaders }: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<unknown> {
    return isId(id) ? loaders.load(offeringLoader, id.toLowerCase()) : null;
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Makes an offering, as a draft or published at once. Errors name every wrong field. Reasons: NOT_VERIFIED, SOURCE_TEXT_MISSING, DUPLICATE_LANGUAGE, PLACE_UNKNOWN, THEME_UNKNOWN, ORGANISATION_UNKNOWN, RULE_NEVER_ENDS, RULE_YIELDS_TOO_MANY, TIME_DOES_NOT_EXIST, END_BEFORE_START and the like.',
  })
  async createOffering(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateOfferingInput, input) fields: CreateOfferingInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.create(viewer, fields) };
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Changes an offering. A date that its schedule no longer has is cancelled when somebody signed up to it, else removed. Reasons: STALE_VERSION, ILLEGAL_MOVE, CAPACITY_BELOW_TAKEN, NOT_THE_ORGANISATION, and those of createOffering.',
  })
  async updateOffering(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UpdateOfferingInput, input) changes: UpdateOfferingInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.update(viewer, changes) };
  }

  @Mutation(() => OfferingPayload, {
    description: 'Shows a draft to everyone. Reasons: NOT_VERIFIED, STALE_VERSION, ILLEGAL_MOVE.',
  })
  async publishOffering(
    @Ctx() { viewer }: Context,
    @Arg('input', () => PublishOfferingInput, input) move: PublishOfferingInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.publish(viewer, move) };
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Ends an offering: its coming dates are cancelled and those who signed up are told. Reasons: STALE_VERSION, ILLEGAL_MOVE.',
  })
  async archiveOffering(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ArchiveOfferingInput, input) move: ArchiveOfferingInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.archive(viewer, move) };
  }

  @Mutation(() => OfferingPayload, {
    description: 'Makes a new draft with everything that an offering says but its dates and co-hosts.',
  })
  async copyOffering(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CopyOfferingInput, input) wish: CopyOfferingInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.copy(viewer, wish) };
  }
}
