import { graphql } from '#lib/api/graphql.ts';

/** The frame of an association's desk. */
export const DeskFrame = graphql(`
  query DeskFrame($id: ID!) {
    organisation(id: $id) {
      id
      name
      status
      canReceiveReferrals
      whyNoReferrals
      viewerCan {
        update
        createOffering
        acceptPartnerAgreement
        seeMembers
        inviteMember
        manageIntegrations
      }
    }
    waiting: referrals(first: 1, filter: { side: RECEIVED, organisationId: $id, states: [SENT] }) {
      totalCount
    }
  }
`);

export const AgreementPage = graphql(`
  query AgreementPage($id: ID!, $languages: [BCP47!]) {
    organisation(id: $id) {
      id
      canReceiveReferrals
      whyNoReferrals
      partnerAgreement {
        termsVersion
        acceptedAt
        validUntil
        isValid
      }
      viewerCan {
        acceptPartnerAgreement
      }
    }
    partnerTerms {
      version
      text(languages: $languages) {
        value
        language
        isFallback
      }
    }
  }
`);

export const AcceptAgreement = graphql(`
  mutation AcceptAgreement($input: AcceptPartnerAgreementInput!) {
    acceptPartnerAgreement(input: $input) {
      organisation {
        id
      }
    }
  }
`);

/** An organisation's public data, as its own people change it. */
export const OrganisationDetails = graphql(`
  query OrganisationDetails($id: ID!, $languages: [BCP47!]) {
    organisation(id: $id) {
      id
      slug
      version
      name
      businessId
      email
      phone
      website
      logoUrl
      languages
      descriptions {
        language
        value
      }
      municipality {
        code
      }
      viewerCan {
        update
      }
    }
    municipalities {
      code
      name(languages: $languages) {
        value
      }
    }
  }
`);

export const UpdateOrganisation = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      organisation {
        id
      }
    }
  }
`);
