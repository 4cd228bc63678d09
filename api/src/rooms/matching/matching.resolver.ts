import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { ClientType, type ClientRow } from '../clients/index.ts';
import { offeringLoader, OfferingType } from '../offerings/index.ts';
import { RegionService, ThemeType } from '../regions/index.ts';
import { needsOfClient } from './client.needs.ts';
import type { Match } from './match.explain.ts';
import type { Finding } from './match.finding.ts';
import { MatchingService } from './matching.service.ts';
import {
  computed,
  MatchFindingType,
  OfferingMatchesType,
  OfferingMatchType,
  OfferingNeedsType,
} from './matching.types.ts';
import { OfferingNeedsInput } from './needs.inputs.ts';

@Resolver(() => OfferingMatchType)
export class MatchingResolver {
  private readonly matching: MatchingService;

  constructor(hub: Hub) {
    this.matching = hub.get(MatchingService);
  }

  @Query(() => OfferingMatchesType, {
    description:
      'Offerings that take referrals, the best fit for these needs first, with reasons. For whoever may refer.',
  })
  matchOfferings(
    @Ctx() { viewer }: Context,
    @Arg('needs', () => OfferingNeedsInput, { description: 'What is needed.' }) needs: OfferingNeedsInput,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): Promise<OfferingMatchesType> {
    return this.matching.match(viewer, needs, first);
  }

  @FieldResolver(() => OfferingType, { nullable: true, description: 'The offering.' })
  offering(@Root() { offeringId }: Match, @Ctx() { loaders }: Context): Promise<OfferingType | null> {
    return loaders.load(offeringLoader, offeringId) as Promise<OfferingType | null>;
  }
}

@Resolver(() => MatchFindingType)
export class MatchFindingResolver {
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.regions = hub.get(RegionService);
  }

  @Extensions(computed)
  @FieldResolver(() => [ThemeType], { description: 'The themes it is about; empty for other codes.' })
  async themes(@Root() { themeIds }: Finding): Promise<ThemeType[]> {
    const themes = await Promise.all(themeIds.map((id) => this.regions.theme(id)));
    return themes.filter((theme) => theme !== null);
  }
}

@Resolver(() => ClientType)
export class ClientNeedsResolver {
  @FieldResolver(() => OfferingNeedsType, {
    description: 'What is known of the client, as the needs of `matchOfferings`.',
  })
  needs(@Root() client: ClientRow): OfferingNeedsType {
    return needsOfClient(client);
  }
}
