/** The name of this hub where ids of several sources meet: `kotoverkko:<id>`. */
export const dataSource = 'kotoverkko';
export const root = '/linked-events/v1';

export const sourceId = (id: string): string => `${dataSource}:${id}`;

/** An object's address, ended by a slash as that interface has it. */
export const addressOf = (publicUrl: string, kind: string, id: string): string =>
  `${publicUrl}${root}/${kind}/${id}/`;

export interface Named {
  readonly '@id': string;
}

export const linkTo = (publicUrl: string, kind: string, id: string): Named => ({
  '@id': addressOf(publicUrl, kind, id),
});

/** 'yso:p1234' of 'http://www.yso.fi/onto/yso/p1234'. */
export const keywordIdOf = (uri: string): string => `yso:${uri.split('/').at(-1) ?? ''}`;

/** The time in which an id was made: its first 48 bits (RFC 9562 §5.7). */
export const createdAtOf = (id: string): Date => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16));
