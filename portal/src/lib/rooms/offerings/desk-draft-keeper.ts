import type { Action } from 'svelte/action';

/** A form as it was left, kept on this device alone. */
interface KeptDraft {
  version: number | undefined;
  at: number;
  /** It was sent since; whoever finds it may forget it. */
  isSent: boolean;
  entries: [name: string, value: string][];
}

interface Keeping {
  /** What is written: an offering, or a new one of an organisation. */
  key: string;
  version: number | undefined;
  /** A draft was found; `use` puts it into the form, `forget` throws it away. */
  onFound: (found: { at: Date; use: () => void; forget: () => void } | undefined) => void;
  /** Whether a form that was sent without a connection waits for one. */
  onWaiting: (isWaiting: boolean) => void;
}

/** A shared computer does not keep what somebody wrote for longer. */
const mostDays = 7;
/** Made anew for each page. */
const neverKept = new Set(['version', 'idempotencyKey', 'base', 'intent']);

function readDraft(key: string): KeptDraft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
    return draft && Date.now() - draft.at < mostDays * 86_400_000 ? draft : undefined;
  } catch {
    // A private window without storage: nothing is kept, everything else works.
    return undefined;
  }
}

function writeDraft(key: string, draft: KeptDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // As above, or the device is full.
  }
}

const entriesOf = (form: HTMLFormElement): KeptDraft['entries'] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !neverKept.has(name) ? [[name, value] as [string, string]] : [],
  );

function fill(form: HTMLFormElement, entries: KeptDraft['entries']): void {
  for (const control of form.elements) {
    const isBox = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
    if (isBox) {
      control.checked = entries.some(([name, value]) => name === control.name && value === control.value);
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const kept = entries.find(([name]) => name === control.name && !neverKept.has(name));
      if (!kept) continue;
      control.value = kept[1];
    } else continue;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/**
 * Keeps the form below this element on the device as somebody types, gives it back after a lost page, and sends it
 * when the connection is back if it was sent without one.
 */
export const keepDraft: Action<HTMLElement, Keeping> = (node, { key, version, onFound, onWaiting }) => {
  const form = node.querySelector('form');
  let isWaiting = false;
  let submitter: HTMLElement | null = null;

  const keep = (isSent: boolean): void => {
    if (form) writeDraft(key, { version, at: Date.now(), isSent, entries: entriesOf(form) });
  };
  const forget = (): void => {
    writeDraft(key, undefined);
    onFound(undefined);
  };

  const onInput = (): void => keep(false);
  const onSubmit = (event: SubmitEvent): void => {
    keep(navigator.onLine);
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    submitter = event.submitter;
    isWaiting = true;
    onWaiting(true);
  };
  const onOnline = (): void => {
    if (!isWaiting) return;
    isWaiting = false;
    onWaiting(false);
    form?.requestSubmit(submitter);
  };

  const found = readDraft(key);
  if (found?.isSent) writeDraft(key, undefined);
  else if (found && form)
    onFound({
      at: new Date(found.at),
      forget,
      use: () => {
        fill(form, found.entries);
        onFound(undefined);
      },
    });

  node.addEventListener('input', onInput);
  // Before the form's own handler, which would try in vain.
  node.addEventListener('submit', onSubmit, { capture: true });
  globalThis.addEventListener('online', onOnline);
  return {
    destroy: () => {
      node.removeEventListener('input', onInput);
      node.removeEventListener('submit', onSubmit, { capture: true });
      globalThis.removeEventListener('online', onOnline);
    },
  };
};
