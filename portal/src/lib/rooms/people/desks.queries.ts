import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** Which desks somebody may open: what decides where they land and what stands in the navigation. */
export const DesksFragment = graphql(`
  fragment Desks on ViewerAbilities @_unmask {
    openAssociationDesk
    openCaseworkerDesk
    openManagerDesk
    openProtectionDesk
    openAdminDesk
  }
`);

export type Desks = ResultOf<typeof DesksFragment>;
