import { DateTimeScalar } from './time.scalars.ts';

export { DateScalar, DateTimeScalar, LocalDateTimeScalar } from './time.scalars.ts';
export { Bcp47Scalar, EmailAddressScalar, MunicipalityCodeScalar, UrlScalar } from './text.scalars.ts';

/** For type-graphql's `scalarsMap`: `@Field(() => Date)` is a DateTime. */
export const scalarsMap = [{ type: Date, scalar: DateTimeScalar }];
