import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Bcp47Scalar, MunicipalityCodeScalar, UrlScalar } from '../../platform/graphql/scalars.ts';

export const TextDirection = { LTR: 'LTR', RTL: 'RTL' } as const;
export type TextDirection = keyof typeof TextDirection;
registerEnumType(TextDirection, {
  name: 'TextDirection',
  description: 'The way a script is written.',
  valuesConfig: { LTR: { description: 'From left to right.' }, RTL: { description: 'From right to left.' } },
});

@ObjectType('Municipality', { description: 'A Finnish municipality.' })
export class MunicipalityType {
  @Field(() => MunicipalityCodeScalar, { description: 'Statistics Finland’s code, three digits.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it belongs to this network.' })
  isInRegion!: boolean;
}

@ObjectType('Region', { description: 'The area that one network serves.' })
export class RegionType {
  @Field(() => String, { description: 'A short stable name, e.g. north-karelia.' })
  code!: string;
}

@ObjectType('SpokenLanguage', { description: 'A language, by its own name.' })
export class SpokenLanguageType {
  @Field(() => Bcp47Scalar, { description: 'Its BCP-47 tag.' })
  tag!: string;

  @Field(() => String, { description: 'What its speakers call it.' })
  endonym!: string;

  @Field(() => TextDirection, { description: 'The way it is written.' })
  direction!: TextDirection;
}

@ObjectType('Theme', { description: 'A keyword of the General Finnish Ontology (YSO).' })
export class ThemeType {
  @Field(() => ID, { description: 'Its YSO id, e.g. yso:p12878.' })
  id!: string;

  @Field(() => UrlScalar, { description: 'Its URI.' })
  uri!: string;
}
