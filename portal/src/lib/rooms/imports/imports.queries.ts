import { graphql } from '#lib/api/graphql.ts';

export const ImportPreview = graphql(`
  query ImportPreview($id: ID!) {
    importPreview(id: $id) {
      id
      organisationId
      label
      address
      counts {
        new
        changed
        gone
        refused
        unchanged
        over
      }
      entries {
        eventId
        state
        title
        language
        offeringId
        startsAtLocal
        isRepeated
        changedFields
        keptFields
        problems {
          reason
        }
      }
      problems {
        reason
      }
    }
  }
`);

export const PreviewImport = graphql(`
  mutation PreviewImport($input: PreviewImportInput!) {
    previewImport(input: $input) {
      preview {
        id
      }
    }
  }
`);

export const TakeImport = graphql(`
  mutation TakeImport($input: TakeImportInput!) {
    takeImport(input: $input) {
      created
      changed
      ended
      skipped
    }
  }
`);
