import { graphql } from '#lib/api/graphql.ts';

/** Who broke the glass in a municipality, and what was thought of it. */
export const Emergencies = graphql(`
  query Emergencies($organisationId: ID!) {
    emergencyAccesses(organisationId: $organisationId) {
      id
      personName
      reason
      startedAt
      endsAt
      reviewedAt
      verdict
      viewerCan {
        review
      }
    }
  }
`);

export const BreakGlass = graphql(`
  mutation BreakGlass($input: BreakGlassInput!) {
    breakGlass(input: $input) {
      emergencyId
    }
  }
`);

export const ReviewEmergency = graphql(`
  mutation ReviewEmergency($input: ReviewEmergencyInput!) {
    reviewEmergency(input: $input) {
      emergency {
        id
      }
    }
  }
`);
