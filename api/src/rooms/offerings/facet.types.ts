import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('FacetCount', { description: 'How much there is of one choice.' })
export class FacetCountType {
  @Field(() => String, { description: 'The choice: a code, a tag, an id or an enum’s value.' })
  value!: string;

  @Field(() => Int, { description: 'Offerings that fit with this choice in place of the filter’s own.' })
  count!: number;
}

const counts = (what: string) =>
  Field(() => [FacetCountType], { description: `By ${what}; what nothing fits is not named.` });
const count = (what: string) => Field(() => Int, { description: `Those ${what}; 0 where there are none.` });

@ObjectType('OccurrenceFacets', {
  description:
    'How many offerings have a date that fits a filter, and how many would with another choice: each choice counts with all the rest of the filter, but without what the filter says of the same thing.',
})
export class OccurrenceFacetsType {
  @Field(() => Int, { description: 'Offerings with a date that fits the filter.' })
  offeringCount!: number;

  @counts('municipality, its code')
  municipalities!: FacetCountType[];

  @counts('language spoken there, its tag without region')
  languages!: FacetCountType[];

  @counts('Finnish that is enough: what needs less counts too')
  finnishLevels!: FacetCountType[];

  @counts('kind')
  kinds!: FacetCountType[];

  @counts('theme, its id')
  themes!: FacetCountType[];

  @counts('whom it is made for')
  audiences!: FacetCountType[];

  @counts('how often it takes place')
  rhythms!: FacetCountType[];

  @counts('part of the day in which a date begins')
  partsOfDay!: FacetCountType[];

  @count('that cost nothing')
  free!: number;

  @count('where one may bring children')
  childrenWelcome!: number;

  @count('for women alone')
  womenOnly!: number;

  @count('without steps on the way in')
  stepFree!: number;

  @count('where one can take part online')
  online!: number;

  @count('with a place left on a date')
  hasRoom!: number;
}
