/** What an applicant fills in, as the form has it. */
export interface ApplyValues {
  name: string;
  kind: string;
  businessId: string;
  municipalityCode: string;
  languages: string[];
  description: string;
  email: string;
  applicantName: string;
  applicantEmail: string;
}

export const requiredAnswers = [
  'name',
  'kind',
  'municipalityCode',
  'email',
  'applicantName',
  'applicantEmail',
] as const;
