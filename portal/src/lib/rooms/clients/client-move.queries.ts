import { graphql } from '#lib/api/graphql.ts';

/** Clients who are offered to another municipality, and those offered to one's own. */
export const ClientMoves = graphql(`
  query ClientMoves {
    clientMoves {
      id
      languages
      needsInterpreter
      expiresAt
      client {
        id
        pseudonym
      }
      fromOrganisation {
        name
      }
      toOrganisation {
        name
      }
      viewerCan {
        accept
        decline
        cancel
      }
    }
  }
`);

/** To where a client can move. */
export const MoveDestinations = graphql(`
  query MoveDestinations($id: ID!) {
    client(id: $id) {
      id
      version
      pseudonym
      organisation {
        id
      }
      viewerCan {
        move
      }
    }
    cities: organisations(first: 20, filter: { kind: CITY }) {
      nodes {
        id
        name
      }
    }
    municipalities: organisations(first: 100, filter: { kind: MUNICIPALITY }) {
      nodes {
        id
        name
      }
    }
  }
`);

export const ClientMovePreview = graphql(`
  query ClientMovePreview($clientId: ID!, $toOrganisationId: ID!) {
    clientMovePreview(clientId: $clientId, toOrganisationId: $toOrganisationId) {
      effects {
        kind
        goes
        count
      }
    }
  }
`);

export const MoveClient = graphql(`
  mutation MoveClient($input: MoveClientInput!) {
    moveClient(input: $input) {
      moveId
    }
  }
`);

export const AcceptClientMove = graphql(`
  mutation AcceptClientMove($input: ClientMoveInput!) {
    acceptClientMove(input: $input) {
      clientId
    }
  }
`);

export const DeclineClientMove = graphql(`
  mutation DeclineClientMove($input: ClientMoveInput!) {
    declineClientMove(input: $input) {
      moveId
    }
  }
`);

export const CancelClientMove = graphql(`
  mutation CancelClientMove($input: ClientMoveInput!) {
    cancelClientMove(input: $input) {
      moveId
    }
  }
`);
