import { graphql } from '#lib/api/graphql.ts';

/** The caseworkers of a municipality and who stands in for whom. */
export const TeamPage = graphql(`
  query TeamPage($organisationId: ID!) {
    accessReview(organisationId: $organisationId) {
      viewerCan {
        answer
      }
    }
    clientsWithoutCaseworker(organisationId: $organisationId) {
      count
    }
    caseworkers(organisationId: $organisationId) {
      personId
      displayName
      isViewer
      hasLeft
      clientCount
      viewerCan {
        handOverClients
        delegateClients
      }
      delegations {
        id
        standInName
        startsOn
        endsOn
        viewerCan {
          end
        }
      }
    }
  }
`);

export const HandOverClients = graphql(`
  mutation HandOverClients($input: HandOverClientsInput!) {
    handOverClients(input: $input) {
      clientCount
    }
  }
`);

export const DelegateClients = graphql(`
  mutation DelegateClients($input: DelegateClientsInput!) {
    delegateClients(input: $input) {
      caseworkers {
        personId
      }
    }
  }
`);

export const EndDelegation = graphql(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) {
      caseworkers {
        personId
      }
    }
  }
`);
