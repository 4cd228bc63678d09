import type { Component } from 'svelte';

/** An icon of @lucide/svelte, imported singly: `import MapPin from '@lucide/svelte/icons/map-pin'`. */
export type IconComponent = Component<{
  size?: number | string;
  class?: string;
  'aria-hidden'?: 'true';
}>;

/** How a status looks: each has its own colour, shape and, by the caller, word. */
export type Tone = 'neutral' | 'info' | 'confirmed' | 'waiting' | 'cancelled' | 'full' | 'draft';

/** One choice of a select, radio group or checkbox group. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** BCP 47 tag, where the label is in another language than the page. */
  lang?: string;
}

/** How loud a button is; one primary a page. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** What every form control takes beside its own. */
export interface ControlProps {
  /** The name under which the form sends it; errors are matched by it. */
  name: string;
  label: string;
  /** Why it is asked, or how to answer. */
  hint?: string | undefined;
  /** What is wrong with the answer, in the reader's language. */
  error?: string | undefined;
  /** Where false the label says "optional". */
  required?: boolean;
  /** `field-<name>` if absent; needed when two forms of a page share a name. */
  id?: string | undefined;
}

/** The part of a page's address that its frame needs; `page.url` of `$app/state` fits. */
export interface PageAddress {
  readonly pathname: string;
  readonly search: string;
}
