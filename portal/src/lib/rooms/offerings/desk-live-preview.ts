import type { Action } from 'svelte/action';
import { deserialize } from '$app/forms';

/** Long enough that a word is finished, short enough to feel like writing on the page itself. */
const pauseMilliseconds = 600;

/** What the page's action makes of the form for a preview; nothing where it is not complete yet. */
async function askPreview<Answer>(form: HTMLFormElement, signal: AbortSignal): Promise<Answer | undefined> {
  const body = new FormData(form);
  body.set('intent', 'preview');
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    signal,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
  });
  const result = deserialize<{ [key: string]: unknown } & Answer, Record<string, unknown>>(
    await response.text(),
  );
  return result.type === 'success' ? result.data : undefined;
}

/** Shows the preview of the form below this element as somebody types; a newer question drops the older one. */
export const watchForm: Action<HTMLElement, (answer: never) => void> = (node, show) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const ask = async (): Promise<void> => {
    const form = node.querySelector('form');
    if (!form) return;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await askPreview<object>(form, asking.signal);
      if (answer) (show as (answer: object) => void)(answer);
    } catch {
      // Offline or overtaken by a newer question: the last preview stands, and the button still works.
    }
  };

  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pauseMilliseconds);
  };

  node.addEventListener('input', wait);
  return {
    destroy: () => {
      clearTimeout(timer);
      asking?.abort();
      node.removeEventListener('input', wait);
    },
  };
};
