import { invalidInput } from '../../platform/errors/hub-error.ts';
import { MAX_PAGE_SIZE } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { DemoOutbox } from '../../platform/mail/mail.ts';
import { demoPeople, type DemoPersonRow } from '../people/index.ts';
import type { DemoMailType } from './demo.types.ts';

/** The demo's people and mails; neither exists outside the demo mode. */
export class DemoService {
  constructor(private readonly hub: Hub) {}

  get isOpen(): boolean {
    return this.hub.env.demo;
  }

  people(): Promise<DemoPersonRow[]> {
    return this.isOpen ? demoPeople(this.hub) : Promise.resolve([]);
  }

  /** The newest mails; none when they really leave. Errors: INVALID_INPUT PAGE_SIZE_OUT_OF_RANGE. */
  mails(first: number): DemoMailType[] {
    if (first < 1 || first > MAX_PAGE_SIZE) {
      throw invalidInput('first', 'PAGE_SIZE_OUT_OF_RANGE', `Ask for 1 to ${MAX_PAGE_SIZE} mails.`);
    }
    const { mail } = this.hub;
    return this.isOpen && mail instanceof DemoOutbox ? [...mail.newest(first)] : [];
  }
}
