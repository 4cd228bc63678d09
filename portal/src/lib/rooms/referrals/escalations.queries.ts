import { graphql } from '#lib/api/graphql.ts';

/** What is late in the network, without anything about clients. */
export const Escalations = graphql(`
  query Escalations {
    referralEscalations {
      state
      daysLate
      receivingOrganisation {
        id
        name
      }
      referringOrganisation {
        id
        name
      }
    }
  }
`);
