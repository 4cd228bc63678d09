import { graphql } from '#lib/api/graphql.ts';

/** A date as the desk's lists show it. */
export const DeskDateRow = graphql(`
  fragment DeskDateRow on Occurrence @_unmask {
    id
    startsAt
    endsAt
    status
    movedAt
    previousStartsAt
    isFull
    placesTaken
    capacity
    takesSignUps
    place {
      name
    }
    offering {
      title(languages: $languages) {
        value
        language
      }
    }
  }
`);
