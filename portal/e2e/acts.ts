import type { Locator } from 'playwright-core';

/** Does what a person does on a page, and counts it: fields filled or chosen, and decisions in all. */
export class Acts {
  fields = 0;
  presses = 0;
  /** Characters typed. */
  keystrokes = 0;

  /** Fields and presses together. */
  get decisions(): number {
    return this.fields + this.presses;
  }

  async fill(field: Locator, value: string): Promise<void> {
    this.fields += 1;
    this.keystrokes += value.length;
    await field.fill(value);
  }

  /** One of a list, by its value. */
  async choose(field: Locator, value: string): Promise<void> {
    this.fields += 1;
    await field.selectOption(value);
  }

  async tick(field: Locator): Promise<void> {
    this.fields += 1;
    await field.check();
  }

  async press(control: Locator): Promise<void> {
    this.presses += 1;
    await control.click();
  }
}
