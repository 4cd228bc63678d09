/** A date that takes sign-ups, with the title it has in one language. */
export interface OpenDate {
  id: string;
  startsAt: string;
  placesLeft: number | null;
  offering: { id: string; title: string };
}

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

interface Title {
  value: string;
  language: string;
}

interface DateRow {
  id: string;
  startsAt: string;
  placesLeft: number | null;
  viewerCan: { signUp: boolean };
  offering: { id: string; title: Title };
}

const dates = `
  query OpenDates($languages: [BCP47!]) {
    occurrences(first: 100) {
      nodes { id startsAt placesLeft viewerCan { signUp } offering { id title(languages: $languages) { value language } } }
    }
  }`;

/** A date with room for a few, its title written in that language. Which are full in the seeds changes with the day. */
export async function openDate(hubUrl: string, language: string): Promise<OpenDate> {
  const data = await ask<{ occurrences: { nodes: DateRow[] } }>(hubUrl, dates, { languages: [language] });
  const soon = Date.now() + 2 * 60 * 60 * 1000;
  const found = data.occurrences.nodes.find(({ viewerCan, placesLeft, startsAt, offering }) => {
    const hasRoom = viewerCan.signUp && (placesLeft === null || placesLeft > 2);
    return hasRoom && Date.parse(startsAt) > soon && offering.title.language === language;
  });
  if (!found) throw new Error(`No date with room in ${language}`);
  return { ...found, offering: { id: found.offering.id, title: found.offering.title.value } };
}

/** A coming date on which one can only wait for a place. */
export async function fullDate(hubUrl: string): Promise<{ id: string }> {
  const data = await ask<{ occurrences: { nodes: { id: string; signUpState: string }[] } }>(
    hubUrl,
    '{ occurrences(first: 100) { nodes { id signUpState } } }',
    {},
  );
  const found = data.occurrences.nodes.find(({ signUpState }) => signUpState === 'WAITING_LIST');
  if (!found) throw new Error('No date is full');
  return found;
}

interface DemoPerson {
  key: string;
  organisationName: string;
}

interface OfferingRow {
  id: string;
  title: Title;
  spokenLanguages: string[];
  organisation: { name: string };
}

/** An offering that takes referrals and is run by the organisation of one of the demo's people. */
export interface ReferralTarget {
  id: string;
  title: string;
  spokenLanguages: string[];
  organisation: string;
}

const targets = `
  query Targets($languages: [BCP47!]) {
    demo { people { key organisationName } }
    offerings(first: 100, filter: { takesReferrals: true, municipalityCodes: ["167"] }) {
      nodes { id title(languages: $languages) { value language } spokenLanguages organisation { name } }
    }
  }`;

/** Where a client can be referred so that this demo person answers; titled and spoken in that language. */
export async function referralTarget(
  hubUrl: string,
  personKey: string,
  language: string,
): Promise<ReferralTarget> {
  const data = await ask<{ demo: { people: DemoPerson[] }; offerings: { nodes: OfferingRow[] } }>(
    hubUrl,
    targets,
    {
      languages: [language],
    },
  );
  const person = data.demo.people.find(({ key }) => key === personKey);
  const found = data.offerings.nodes.find(
    ({ organisation, title, spokenLanguages }) =>
      organisation.name === person?.organisationName &&
      title.language === language &&
      spokenLanguages.includes(language),
  );
  if (!found) throw new Error(`${personKey} has no offering that takes referrals`);
  return { ...found, title: found.title.value, organisation: found.organisation.name };
}
