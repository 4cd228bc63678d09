import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** How a text stands to its source. */
export const DeskTranslationFragment = graphql(`
  fragment DeskTranslation on OfferingTranslation @_unmask {
    language
    title
    summary
    description
    state
    sourceLanguage
    missingFields
    outdatedFields
    isCopyOfSource
    isMachine
  }
`);
export type DeskTranslation = ResultOf<typeof DeskTranslationFragment>;

/** An offering's texts as a translator needs them: each, and how its source changed since. */
export const TranslatedOffering = graphql(
  `
    query TranslatedOffering($id: ID!) {
      offering(id: $id) {
        id
        version
        sourceLanguage
        translations {
          ...DeskTranslation
          sourceChanges {
            field
            parts {
              kind
              text
            }
          }
        }
        viewerCan {
          update
        }
      }
    }
  `,
  [DeskTranslationFragment],
);

export const SaveTranslation = graphql(`
  mutation SaveTranslation($input: SaveTranslationInput!) {
    saveTranslation(input: $input) {
      offering {
        id
        version
      }
    }
  }
`);
