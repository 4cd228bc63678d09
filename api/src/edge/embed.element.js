// <kotoverkko-events filter="municipality=167&kind=COURSE" lang="fi" count="5">…a link…</kotoverkko-events>
// Shows what is on in a foreign page: no cookies, no markup from the answer, the page's own fonts and colours. What stands
// inside the element is shown until the events are there, and instead of them when they cannot be had.
const home = new URL(import.meta.url).origin;

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; font: inherit; color: inherit; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { padding-block: 0.75em; border-block-end: 1px solid; border-color: color-mix(in srgb, currentcolor 25%, transparent); }
  a { color: inherit; font-weight: 600; display: inline-block; padding-block: 0.25em; min-block-size: 1.5em; }
  p { margin: 0; }
`);

const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb']);

const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const listItem = ({ url, title, content_text: text, language }) => {
  const item = document.createElement('li');
  const link = element('a', title);
  // An address of the hub and no other: nothing that runs.
  link.href = new URL(url).protocol.startsWith('http') ? url : home;
  if (language) link.lang = language;
  link.dir = 'auto';
  item.append(link);
  for (const line of String(text ?? '')
    .split('\n')
    .slice(0, 3)) {
    const paragraph = element('p', line);
    paragraph.dir = 'auto';
    item.append(paragraph);
  }
  return item;
};

class KotoverkkoEvents extends HTMLElement {
  static observedAttributes = ['filter', 'lang', 'count'];
  #round = 0;
  #isAsked = false;

  connectedCallback() {
    this.#shadow();
    this.#ask();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#ask();
  }

  /** Several attributes at once are one question. */
  #ask() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      void this.#load();
    });
  }

  #shadow() {
    if (this.shadowRoot) return this.shadowRoot;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.append(document.createElement('slot'));
    return root;
  }

  async #load() {
    const round = (this.#round += 1);
    const language = this.getAttribute('lang') || document.documentElement.lang || 'fi';
    const filter = new URLSearchParams(this.getAttribute('filter') ?? '');
    const count = Math.min(Math.max(Number(this.getAttribute('count')) || 5, 1), 50);
    try {
      const address = `${home}/feeds/${encodeURIComponent(language)}/events.json?${filter}`;
      const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (!answer.ok) throw new Error(String(answer.status));
      const feed = await answer.json();
      if (round === this.#round) this.#show(feed, language, count);
    } catch {
      if (round === this.#round) this.#shadow().replaceChildren(document.createElement('slot'));
    }
  }

  #show({ title, items, home_page_url: page }, language, count) {
    const list = document.createElement('ul');
    list.setAttribute('role', 'list');
    list.setAttribute('aria-label', title);
    list.append(...items.slice(0, count).map(listItem));
    const more = document.createElement('p');
    const link = element('a', title);
    link.href = page;
    more.append(link);
    const frame = document.createElement('div');
    frame.lang = language;
    frame.dir = rightToLeft.has(language.split('-')[0]) ? 'rtl' : 'ltr';
    frame.append(list, more);
    this.#shadow().replaceChildren(frame);
  }
}

if (!customElements.get('kotoverkko-events')) customElements.define('kotoverkko-events', KotoverkkoEvents);
