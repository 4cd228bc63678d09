import { graphql } from '#lib/api/graphql.ts';

export const CreatePlace = graphql(`
  mutation CreatePlace($input: CreatePlaceInput!) {
    createPlace(input: $input) {
      place {
        id
      }
    }
  }
`);

export const CreateOffering = graphql(`
  mutation CreateOffering($input: CreateOfferingInput!) {
    createOffering(input: $input) {
      offering {
        id
      }
    }
  }
`);

export const UpdateOffering = graphql(`
  mutation UpdateOffering($input: UpdateOfferingInput!) {
    updateOffering(input: $input) {
      offering {
        id
        version
      }
    }
  }
`);

export const PublishOffering = graphql(`
  mutation PublishOffering($input: PublishOfferingInput!) {
    publishOffering(input: $input) {
      offering {
        id
      }
    }
  }
`);

export const ArchiveOffering = graphql(`
  mutation ArchiveOffering($input: ArchiveOfferingInput!) {
    archiveOffering(input: $input) {
      offering {
        id
      }
    }
  }
`);

export const CopyOffering = graphql(`
  mutation CopyOffering($input: CopyOfferingInput!) {
    copyOffering(input: $input) {
      offering {
        id
      }
    }
  }
`);

export const ConfirmOffering = graphql(`
  mutation ConfirmOffering($input: ConfirmOfferingInput!) {
    confirmOffering(input: $input) {
      offering {
        id
      }
    }
  }
`);
