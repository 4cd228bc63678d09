import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationPolicy, OrganisationType, type OrganisationRow } from '../organisations/index.ts';
import { ApiKeyService } from './api-key.service.ts';
import {
  ApiKeyPayload,
  ApiKeyType,
  CreateApiKeyInput,
  CreateWebhookInput,
  DeleteWebhookInput,
  DeleteWebhookPayload,
  PingWebhookInput,
  PingWebhookPayload,
  ReplayWebhookDeliveryInput,
  ReplayWebhookDeliveryPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RotateApiKeyInput,
  RotateWebhookSecretInput,
  WebhookDeliveryConnectionType,
  WebhookSecretPayload,
  WebhookType,
} from './integration.types.ts';
import { apiKeysLoader, webhooksLoader } from './integration.loaders.ts';
import type { WebhookRow } from './webhook.row.ts';
import { WebhookService } from './webhook.service.ts';

const its = (what: string): { description: string } => ({ description: what });

@Resolver(() => OrganisationType)
export class OrganisationIntegrationsResolver {
  @FieldResolver(() => [ApiKeyType], {
    nullable: true,
    description: 'Its live API keys; null for those who do not answer for it.',
  })
  async apiKeys(
    @Root() row: OrganisationRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<ApiKeyType[] | null> {
    return organisationPolicy.can(viewer, 'manageIntegrations', row)
      ? loaders.load(apiKeysLoader, row.id)
      : null;
  }

  @FieldResolver(() => [WebhookType], {
    nullable: true,
    description: 'Its webhooks; null for those who do not answer for it.',
  })
  async webhooks(
    @Root() row: OrganisationRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<WebhookType[] | null> {
    return organisationPolicy.can(viewer, 'manageIntegrations', row)
      ? loaders.load(webhooksLoader, row.id)
      : null;
  }
}

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  private readonly keys: ApiKeyService;

  constructor(hub: Hub) {
    this.keys = hub.get(ApiKeyService);
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      'Makes an API key, told this once. Reasons: NOT_VERIFIED, NAME_NOT_RIGHT, SCOPES_MISSING, TOO_MANY.',
  })
  createApiKey(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateApiKeyInput, its('The key.')) input: CreateApiKeyInput,
  ): Promise<ApiKeyPayload> {
    return this.keys.create(viewer, input);
  }

  @Mutation(() => ApiKeyPayload, {
    description: 'Makes a key that may do the same; the old one holds for seven days more. Reason: TOO_MANY.',
  })
  rotateApiKey(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RotateApiKeyInput, its('Which one.')) { apiKeyId }: RotateApiKeyInput,
  ): Promise<ApiKeyPayload> {
    return this.keys.rotate(viewer, apiKeyId);
  }

  @Mutation(() => RevokeApiKeyPayload, its('Ends a key at once.'))
  async revokeApiKey(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RevokeApiKeyInput, its('Which one.')) { apiKeyId }: RevokeApiKeyInput,
  ): Promise<RevokeApiKeyPayload> {
    await this.keys.revoke(viewer, apiKeyId);
    return { apiKeyId };
  }
}

@Resolver(() => WebhookType)
export class WebhookResolver {
  private readonly hooks: WebhookService;

  constructor(hub: Hub) {
    this.hooks = hub.get(WebhookService);
  }

  @FieldResolver(
    () => WebhookDeliveryConnectionType,
    its('Its messages of the last thirty days, newest first.'),
  )
  deliveries(
    @Root() { id }: WebhookRow,
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<unknown> {
    return this.hooks.deliveries(viewer, id, args);
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      'Makes a webhook and its secret, told this once. Reasons: NOT_VERIFIED, ADDRESS_MALFORMED, ADDRESS_NOT_HTTPS, ADDRESS_NOT_PUBLIC, ADDRESS_WITH_PASSWORD, EVENTS_MISSING, TOO_MANY.',
  })
  createWebhook(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateWebhookInput, its('The webhook.')) input: CreateWebhookInput,
  ): Promise<WebhookSecretPayload> {
    return this.hooks.create(viewer, input);
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'Gives a webhook a new secret; for seven days messages are signed with both.',
  })
  rotateWebhookSecret(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RotateWebhookSecretInput, its('Which one.')) { webhookId }: RotateWebhookSecretInput,
  ): Promise<WebhookSecretPayload> {
    return this.hooks.rotateSecret(viewer, webhookId);
  }

  @Mutation(
    () => PingWebhookPayload,
    its('Sends a message of trial; a webhook that was stopped starts again.'),
  )
  async pingWebhook(
    @Ctx() { viewer }: Context,
    @Arg('input', () => PingWebhookInput, its('Which one.')) { webhookId }: PingWebhookInput,
  ): Promise<PingWebhookPayload> {
    return { webhook: await this.hooks.ping(viewer, webhookId) };
  }

  @Mutation(() => DeleteWebhookPayload, its('Removes a webhook and its log.'))
  async deleteWebhook(
    @Ctx() { viewer }: Context,
    @Arg('input', () => DeleteWebhookInput, its('Which one.')) { webhookId }: DeleteWebhookInput,
  ): Promise<DeleteWebhookPayload> {
    await this.hooks.delete(viewer, webhookId);
    return { webhookId };
  }

  @Mutation(() => ReplayWebhookDeliveryPayload, {
    description:
      'Sends a message again that has arrived or failed, under its own id. Reason: STILL_UNDER_WAY.',
  })
  async replayWebhookDelivery(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReplayWebhookDeliveryInput, its('Which one.'))
    { deliveryId }: ReplayWebhookDeliveryInput,
  ): Promise<ReplayWebhookDeliveryPayload> {
    return { delivery: await this.hooks.replay(viewer, deliveryId) };
  }
}
