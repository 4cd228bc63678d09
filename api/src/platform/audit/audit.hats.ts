import type { MemberRole, Viewer } from '../policy/viewer.ts';

/** In which roles someone acts for an organisation. */
interface Hat {
  readonly organisation_id: string;
  readonly roles: MemberRole[];
  readonly municipality_code: string | null;
}

const nobody = { roles: [], municipality_code: null };

const made = new WeakMap<Viewer, { list: readonly Hat[]; json: string }>();

const listOf = ({ memberships }: Viewer): Hat[] =>
  [...Map.groupBy(memberships, ({ organisationId }) => organisationId)].map(([id, held]) => ({
    organisation_id: id,
    roles: [...new Set(held.map(({ role }) => role))].sort(),
    municipality_code:
      held.find(({ municipalityCode }) => municipalityCode !== null)?.municipalityCode ?? null,
  }));

/** The roles in which a viewer acts, by organisation; told to the log with every read and write. */
export const hatsOf = (viewer: Viewer) => {
  const list = made.get(viewer)?.list ?? listOf(viewer);
  const json = made.get(viewer)?.json ?? JSON.stringify(list);
  made.set(viewer, { list, json });
  return {
    json,
    in: (organisationId: string | null): Pick<Hat, 'roles' | 'municipality_code'> =>
      list.find(({ organisation_id: id }) => id === organisationId) ?? nobody,
  };
};
