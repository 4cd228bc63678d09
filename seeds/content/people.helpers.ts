import type { ContentLanguage, PersonRole, SeedDemo, SeedPerson } from './content.types.ts';

/** `Päivi Al-Khatib` → `paivi-al-khatib`: the key, and the address at example.org. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z]+/g, '-');

export const person = (
  givenName: string,
  familyName: string,
  language: ContentLanguage,
  memberships: readonly (readonly [organisation: string, role: PersonRole])[],
  demo?: SeedDemo,
): SeedPerson => {
  const key = slug(`${givenName} ${familyName}`);
  return {
    key,
    givenName,
    familyName,
    email: `${key.replaceAll('-', '.')}@example.org`,
    language,
    memberships: memberships.map(([organisation, role]) => ({ organisation, role })),
    ...(demo ? { demo } : {}),
  };
};
