import type { Transaction } from '../db/transaction.ts';

/**
 * Domain events, by name. Rooms add theirs by declaration merging:
 * `declare module '…/events.ts' { interface HubEvents { 'occurrence.cancelled': { occurrenceId: string } } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- rooms extend it
export interface HubEvents {}

export type EventName = keyof HubEvents & string;
type Handler<Name extends EventName> = (tx: Transaction, event: HubEvents[Name]) => Promise<void>;

/**
 * A lower room tells upper rooms what happened. Handlers run one after the other in the transaction of
 * the change: if one fails, nothing has happened.
 */
export class Events {
  private readonly handlers = new Map<string, Handler<EventName>[]>();

  on<Name extends EventName>(name: Name, handler: Handler<Name>): void {
    const list = this.handlers.get(name) ?? [];
    list.push(handler as unknown as Handler<EventName>);
    this.handlers.set(name, list);
  }

  async emit<Name extends EventName>(tx: Transaction, name: Name, event: HubEvents[Name]): Promise<void> {
    for (const handler of this.handlers.get(name) ?? []) await handler(tx, event as HubEvents[EventName]);
  }
}
