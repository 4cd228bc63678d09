let isAwake = false;

/** The page has woken: from now on its controls stand as its components say. */
export function wake(): void {
  isAwake = true;
}

/**
 * What was chosen in the server's `<select>` of this id before the page woke, if it is not what the server had chosen.
 * Svelte keeps a text typed by then, but puts a choice back to its first value.
 */
export function chosenAsleep(id: string): string | undefined {
  if (isAwake || typeof document === 'undefined') return undefined;
  const select = document.getElementById(id);
  if (!(select instanceof HTMLSelectElement)) return undefined;
  const chosen = select.selectedOptions[0];
  return chosen && !chosen.defaultSelected ? chosen.value : undefined;
}
