type Chosen = readonly [element: HTMLInputElement | HTMLSelectElement, choice: boolean | number];

function chosenIn(form: HTMLFormElement): Chosen[] {
  return [...form.elements].flatMap((element): Chosen[] => {
    if (element instanceof HTMLSelectElement) {
      const option = element.selectedOptions[0];
      const usual = [...element.options].find(({ defaultSelected }) => defaultSelected) ?? element.options[0];
      return option === usual ? [] : [[element, element.selectedIndex]];
    }
    const isTick = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);
    return isTick && element.checked !== element.defaultChecked ? [[element, element.checked]] : [];
  });
}

/**
 * What was ticked and chosen while the page slept: Svelte keeps a text that was typed by then, but puts choices back to
 * what the server had sent. Called before the page wakes; what it gives is run when it has woken, and makes them again.
 */
export function choicesMadeAsleep(): () => void {
  const chosen = typeof document === 'undefined' ? [] : [...document.forms].flatMap(chosenIn);
  return () => {
    for (const [element, choice] of chosen) {
      if (element instanceof HTMLInputElement) element.checked = Boolean(choice);
      else element.selectedIndex = Number(choice);
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
