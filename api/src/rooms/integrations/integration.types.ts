import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { KeyScope, WebhookEvent } from './integration.words.ts';

type EnumOf<Word extends string> = { readonly [W in Word]: W };

export const ApiKeyScopeEnum: EnumOf<KeyScope> = {
  OFFERINGS_READ: 'OFFERINGS_READ',
  OFFERINGS_WRITE: 'OFFERINGS_WRITE',
};
registerEnumType(ApiKeyScopeEnum, {
  name: 'ApiKeyScope',
  description: 'What an API key may do for its organisation. None opens data about people.',
  valuesConfig: {
    OFFERINGS_READ: { description: 'Read offerings and their dates, drafts of its own among them.' },
    OFFERINGS_WRITE: { description: 'Make, change, publish and end offerings, and cancel dates.' },
  },
});

export const WebhookEventEnum: EnumOf<WebhookEvent> = {
  OFFERING_PUBLISHED: 'OFFERING_PUBLISHED',
  OFFERING_CHANGED: 'OFFERING_CHANGED',
  OFFERING_ARCHIVED: 'OFFERING_ARCHIVED',
  OCCURRENCE_CANCELLED: 'OCCURRENCE_CANCELLED',
  REFERRAL_MOVED: 'REFERRAL_MOVED',
};
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'What a webhook hears of. Messages hold ids and codes alone.',
  valuesConfig: {
    OFFERING_PUBLISHED: { description: 'An offering of the organisation is seen by everyone.' },
    OFFERING_CHANGED: { description: 'A published offering has changed.' },
    OFFERING_ARCHIVED: { description: 'An offering has ended.' },
    OCCURRENCE_CANCELLED: { description: 'One date does not take place.' },
    REFERRAL_MOVED: { description: 'A referral that the organisation made or received is in another state.' },
  },
});

@ObjectType('ApiKey', {
  description: 'A key with which a machine acts for an organisation; the key itself is told once.',
})
export class ApiKeyType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do.' })
  scopes!: readonly KeyScope[];

  @Field(() => String, { description: 'Its last four letters, by which one tells it apart.' })
  hint!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it holds; null while nothing replaces it.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date | null;
}

@ObjectType('Webhook', { description: 'An address that an organisation wants told.' })
export class WebhookType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Where messages go.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it hears of.' })
  events!: readonly WebhookEvent[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when messages are signed with the former secret too.',
  })
  formerUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nothing is sent: its receiver answered 410.',
  })
  stoppedAt!: Date | null;
}

@ObjectType('WebhookDelivery', { description: 'A message to a webhook, and how it went.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'Its id, also the message’s `webhook-id`.' })
  id!: string;

  @Field(() => String, { description: 'What it tells: a WebhookEvent, or PING.' })
  event!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last try.' })
  lastAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The next try; null when there is none.' })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it arrived.' })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nobody tries any more.' })
  failedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer.' })
  lastStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why there was no answer: NO_ANSWER, ADDRESS_NOT_PUBLIC …',
  })
  lastError!: string | null;
}

export const WebhookDeliveryConnectionType = connectionType('WebhookDelivery', () => WebhookDeliveryType);

@ObjectType({ description: 'A new key.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'What is kept of it.' })
  apiKey!: ApiKeyType;

  @Field(() => String, { description: 'The key, told this once: `Authorization: Bearer <key>`.' })
  key!: string;
}

@ObjectType({ description: 'What came of a revocation.' })
export class RevokeApiKeyPayload {
  @Field(() => ID, { description: 'The key that holds no more.' })
  apiKeyId!: string;
}

@ObjectType({ description: 'A webhook with its new secret.' })
export class WebhookSecretPayload {
  @Field(() => WebhookType, { description: 'The webhook.' })
  webhook!: WebhookType;

  @Field(() => String, { description: 'The secret, told this once (Standard Webhooks, `whsec_…`).' })
  secret!: string;
}

@ObjectType({ description: 'What came of a message of trial.' })
export class PingWebhookPayload {
  @Field(() => WebhookType, { description: 'The webhook.' })
  webhook!: WebhookType;
}

@ObjectType({ description: 'What came of a removal.' })
export class DeleteWebhookPayload {
  @Field(() => ID, { description: 'The webhook that is no more.' })
  webhookId!: string;
}

@ObjectType({ description: 'What came of sending again.' })
export class ReplayWebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { description: 'The message, under way again.' })
  delivery!: WebhookDeliveryType;
}

@InputType({ description: 'A key to make.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'For which organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'What people call it: which system has it. Up to 80 letters.' })
  name!: string;

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do.' })
  scopes!: KeyScope[];
}

@InputType({ description: 'Which key.' })
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'The key that another one takes the place of.' })
  apiKeyId!: string;
}

@InputType({ description: 'Which key.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The key to end.' })
  apiKeyId!: string;
}

@InputType({ description: 'A webhook to make.' })
export class CreateWebhookInput {
  @Field(() => ID, { description: 'For which organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Where messages go: https, of the open internet.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it hears of.' })
  events!: WebhookEvent[];
}

@InputType({ description: 'Which webhook.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType({ description: 'Which webhook.' })
export class PingWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType({ description: 'Which webhook.' })
export class DeleteWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType({ description: 'Which message.' })
export class ReplayWebhookDeliveryInput {
  @Field(() => ID, { description: 'The message.' })
  deliveryId!: string;
}
