/**
 * Events that someone waits for one by one. Unlike a generator it can be ended from outside while it waits, which is
 * what happens when a stream's reader goes away.
 */
export class EventQueue<Event> implements AsyncIterableIterator<Event> {
  private readonly waiting: Event[] = [];
  private wake: (() => void) | null = null;
  private isEnded = false;

  /** `onEnd` runs once, whoever ends it. */
  constructor(private readonly onEnd: () => void) {}

  push(...events: readonly Event[]): void {
    if (this.isEnded) return;
    this.waiting.push(...events);
    this.wake?.();
  }

  /** Nothing comes after what was pushed. */
  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.onEnd();
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Event>> {
    while (this.waiting.length === 0 && !this.isEnded) {
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
    const [event] = this.waiting.splice(0, 1);
    return event === undefined ? { done: true, value: undefined } : { done: false, value: event };
  }

  return(): Promise<IteratorResult<Event>> {
    this.waiting.length = 0;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<Event>> {
    this.end();
    return Promise.reject(error instanceof Error ? error : new Error('stream failed'));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
