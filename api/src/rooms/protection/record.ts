import {
  processingPurposes,
  type DataSubject,
  type PersonalField,
  type ProcessingPurpose,
  type RetentionClass,
} from '../../platform/personal-data/personal-data.ts';

export interface RecordedField {
  /** `table.column`. */
  readonly name: string;
  readonly about: DataSubject;
  readonly retention: RetentionClass;
  readonly isSealed: boolean;
}

/** One activity of the record of processing (GDPR 30): what for, of whom, what, how long. */
export interface ProcessingActivity {
  readonly purpose: ProcessingPurpose;
  readonly subjects: readonly DataSubject[];
  readonly fields: readonly RecordedField[];
}

/** Keys belong to nobody, and to no record. */
const recorded = (field: PersonalField): RecordedField[] =>
  field.about === null
    ? []
    : [
        {
          name: `${field.table}.${field.column}`,
          about: field.about,
          retention: field.retention,
          isSealed: field.seal !== undefined,
        },
      ];

/** The record, made from the registry of fields. */
export const recordOfProcessing = (fields: readonly PersonalField[]): ProcessingActivity[] =>
  processingPurposes.map((purpose) => {
    const own = fields.filter((field) => field.purpose === purpose).flatMap(recorded);
    return { purpose, subjects: [...new Set(own.map(({ about }) => about))], fields: own };
  });
