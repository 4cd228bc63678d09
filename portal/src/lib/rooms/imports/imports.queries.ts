import { graphql } from '#lib/api/graphql.ts';

export const ImportSources = graphql(`
  query ImportSources($id: ID!) {
    organisation(id: $id) {
      id
      importSources {
        id
        kind
        label
        address
        checkedAt
        failingSince
        failure
        goneCount
      }
    }
  }
`);

export const UnfollowImport = graphql(`
  mutation UnfollowImport($input: UnfollowImportInput!) {
    unfollowImport(input: $input) {
      sourceId
    }
  }
`);

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
