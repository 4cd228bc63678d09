import { graphql, type ResultOf } from '#lib/api/graphql.ts';

export const ClientRequests = graphql(`
  query ClientRequests($open: Boolean, $clientId: ID, $after: String) {
    clientRequests(first: 20, open: $open, clientId: $clientId, after: $after) {
      nodes {
        id
        kind
        channel
        receivedAt
        dueAt
        isOverdue
        decidedAt
        decision
        refusalReason
        details
        client {
          id
          pseudonym
          languages
        }
        viewerCan {
          decide
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

export const DecideClientRequest = graphql(`
  mutation DecideClientRequest($input: DecideClientRequestInput!) {
    decideClientRequest(input: $input) {
      request {
        id
      }
    }
  }
`);

export const CreateClientRequest = graphql(`
  mutation CreateClientRequest($input: CreateClientRequestInput!) {
    createClientRequest(input: $input) {
      request {
        id
      }
    }
  }
`);

export const LeaveRequestByLink = graphql(`
  mutation LeaveRequestByLink($input: LeaveRequestByLinkInput!) {
    leaveRequestByLink(input: $input) {
      isDone
    }
  }
`);

export const SubjectExport = graphql(`
  query SubjectExport($clientId: ID!) {
    subjectExport(clientId: $clientId) {
      generatedAt
      languageTag
      json
    }
  }
`);

export const RecordOfProcessing = graphql(`
  query RecordOfProcessing {
    recordOfProcessing {
      purpose
      fields {
        name
        about
        retention
        isSealed
      }
    }
    logState {
      sealedAt
      anchoredAt
      verifiedAt
      findings
    }
  }
`);

/** A client as the officer sees them: what matching knows, and the consents. */
export const ProtectedClient = graphql(`
  query ProtectedClient($id: ID!) {
    client(id: $id) {
      id
      pseudonym
      languages
      consents {
        id
        fields
        method
        languageTag
        interpreterUsed
        givenAt
        expiresAt
        withdrawnAt
        isActive
        organisation {
          id
          name
        }
      }
      viewerCan {
        withdrawConsent
      }
    }
  }
`);

export const ProtectedClients = graphql(`
  query ProtectedClients($languages: [BCP47!], $after: String) {
    clients(first: 20, after: $after) {
      nodes {
        id
        pseudonym
        languages
        municipality {
          name(languages: $languages) {
            value
          }
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

export type RequestData = ResultOf<typeof ClientRequests>['clientRequests']['nodes'][number];
export type LogState = ResultOf<typeof RecordOfProcessing>['logState'];
export type Activity = ResultOf<typeof RecordOfProcessing>['recordOfProcessing'][number];
