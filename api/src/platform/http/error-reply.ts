import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, HubError } from '../errors/hub-error.ts';
import { errorBodyOf } from '../graphql/format-error.ts';
import { answerTypeOf, JSON_TYPE } from './media-type.ts';

const statuses: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

export const statusOf = (error: HubError): number => statuses[error.code];

/** Answers with an expected failure as a GraphQL response without data, in a type the caller accepts. */
export const replyWithError = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: HubError,
  status = statusOf(error),
): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-type', `${answerTypeOf(request.headers.accept) ?? JSON_TYPE}; charset=utf-8`)
    .send(errorBodyOf(error));
