/** A date that takes sign-ups, with the title it has in one language. */
export interface OpenDate {
  id: string;
  startsAt: string;
  placesLeft: number | null;
  offering: { id: string; title: string };
}

interface Row {
  id: string;
  startsAt: string;
  placesLeft: number | null;
  viewerCan: { signUp: boolean };
  offering: { id: string; title: { value: string; language: string } };
}

const document = `
  query OpenDates($languages: [BCP47!]) {
    occurrences(first: 100) {
      nodes { id startsAt placesLeft viewerCan { signUp } offering { id title(languages: $languages) { value language } } }
    }
  }`;

/** Asks the hub as a stranger does. */
async function ask<Answer>(hubUrl: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${hubUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: unknown };
  if (!data) throw new Error(`The hub refused: ${JSON.stringify(errors)}`);
  return data;
}

/** Dates with room for some, their titles written in that language. What is full in the seeds changes with the day. */
export async function openDates(hubUrl: string, language: string): Promise<OpenDate[]> {
  const data = await ask<{ occurrences: { nodes: Row[] } }>(hubUrl, document, { languages: [language] });
  const soon = Date.now() + 2 * 60 * 60 * 1000;
  return data.occurrences.nodes
    .filter(({ viewerCan, placesLeft, startsAt, offering }) => {
      const hasRoom = viewerCan.signUp && (placesLeft === null || placesLeft > 2);
      return hasRoom && Date.parse(startsAt) > soon && offering.title.language === language;
    })
    .map(({ offering, ...row }) => ({ ...row, offering: { id: offering.id, title: offering.title.value } }));
}

/** The first of them; a region without any has nothing to try. */
export async function openDate(hubUrl: string, language: string, skip = 0): Promise<OpenDate> {
  const date = (await openDates(hubUrl, language))[skip];
  if (!date) throw new Error(`No date with room in ${language}`);
  return date;
}
