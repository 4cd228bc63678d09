import { HubError } from '../../platform/errors/hub-error.ts';

export const staleVersion = (current: number): HubError =>
  new HubError(
    'CONFLICT',
    'STALE_VERSION',
    'Someone changed this meanwhile. Reload it and make your change again.',
    {
      facts: { version: current },
    },
  );

export const alreadyDecided = (status: string): HubError =>
  new HubError('CONFLICT', 'ALREADY_DECIDED', 'This application was decided already. Reload the list.', {
    facts: { status },
  });

export const businessIdTaken = (): HubError =>
  new HubError(
    'CONFLICT',
    'BUSINESS_ID_TAKEN',
    'An organisation with this business id is in the network or has applied. Ask its people to invite you.',
    {
      fields: [
        {
          path: 'input.businessId',
          reason: 'BUSINESS_ID_TAKEN',
          message: 'An organisation with this business id is in the network or has applied.',
        },
      ],
    },
  );

const constraintOf = (error: unknown): string | undefined => {
  let current: unknown = error;
  for (let level = 0; level < 8 && typeof current === 'object' && current !== null; level += 1) {
    if ('constraint' in current && typeof current.constraint === 'string') return current.constraint;
    current =
      'cause' in current && current.cause
        ? current.cause
        : 'previous' in current
          ? current.previous
          : undefined;
  }
  return undefined;
};

/**
 * Runs a write and words its clash of business ids. The index decides and not a query before, for two may
 * write at once and a coordinator does not see who has applied.
 */
export const wordingTakenBusinessId = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    throw constraintOf(error) === 'organisations_business_id' ? businessIdTaken() : error;
  }
};
