import { graphql } from '#lib/api/graphql.ts';

/** Organisations that have applied, with all that a decision needs. */
export const Applications = graphql(`
  query Applications($languages: [BCP47!], $after: String) {
    organisations(first: 20, after: $after, filter: { status: APPLIED }) {
      nodes {
        id
        name
        kind
        businessId
        email
        phone
        website
        municipality {
          name(languages: $languages) {
            value
          }
        }
        description(languages: $languages) {
          value
          language
          isFallback
        }
        viewerCan {
          verify
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Every organisation, with the state of its agreement. */
export const AdminOrganisations = graphql(`
  query AdminOrganisations($text: String, $languages: [BCP47!], $after: String) {
    organisations(first: 20, after: $after, filter: { text: $text }) {
      nodes {
        id
        name
        kind
        status
        isExample
        canReceiveReferrals
        municipality {
          name(languages: $languages) {
            value
          }
        }
        partnerAgreement {
          validUntil
          isValid
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const VerifyOrganisation = graphql(`
  mutation VerifyOrganisation($input: VerifyOrganisationInput!) {
    verifyOrganisation(input: $input) {
      organisation {
        id
      }
    }
  }
`);
