import {
  association_fact_child_care,
  association_fact_children_welcome,
  association_fact_step_free,
  association_fact_transport,
  association_fact_women_only,
} from '#lib/paraglide/messages.js';
import type { FactName } from './desk-offering-values.ts';

/** The word of each access fact. */
export const factWords: Readonly<Record<FactName, () => string>> = {
  childrenWelcome: association_fact_children_welcome,
  hasChildCare: association_fact_child_care,
  stepFree: association_fact_step_free,
  transportHelp: association_fact_transport,
  womenOnly: association_fact_women_only,
};
