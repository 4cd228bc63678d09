/** Where to look again; both null: anywhere. */
export interface News {
  referralId: string | null;
  version: number | null;
}

const shortestPause = 1_000;
const longestPause = 60_000;

const inbox = 'subscription { inboxChanged { referralId version } }';
const one = 'subscription ($id: ID!) { referralChanged(id: $id) { referralId version } }';

interface Answer {
  data?: Record<string, News> | null;
  errors?: unknown[];
}

/**
 * Calls `onNews` for each change of a referral, or with null of any of one's own, until the returned function is called. The
 * browser comes back after a lost connection by itself and hears first of what it may have missed. Where a stream is
 * refused, nothing follows: the page works without.
 */
export function followChanges(referralId: string | null, onNews: (news: News) => void): () => void {
  const parameters = new URLSearchParams(
    referralId ? { query: one, variables: JSON.stringify({ id: referralId }) } : { query: inbox },
  );
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = shortestPause;
  let isRefused = false;

  const again = (): void => {
    source?.close();
    if (isRefused) return;
    timer = setTimeout(open, pause);
    pause = Math.min(pause * 2, longestPause);
  };

  const hear = ({ data }: MessageEvent<string>): void => {
    const answer = JSON.parse(data) as Answer;
    isRefused = answer.errors !== undefined;
    const [news] = Object.values(answer.data ?? {});
    if (!news) return;
    pause = shortestPause;
    onNews(news);
  };

  function open(): void {
    source = new EventSource(`/graphql/stream?${parameters}`);
    source.addEventListener('next', hear);
    source.addEventListener('complete', again);
    // A lost connection is the browser's to restore; an answer that is no stream is not.
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) again();
    });
  }

  open();
  return () => {
    isRefused = true;
    clearTimeout(timer);
    source?.close();
  };
}
