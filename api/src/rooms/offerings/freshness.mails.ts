import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { localize, type Translated } from '../../platform/i18n/localized-text.ts';
import { dayText } from '../../platform/i18n/date-text.ts';
import { membersToTell, portalLanguageOf, portalLink, type MailTarget } from '../people/index.ts';
import { checkCodeOf } from './freshness.code.ts';
import { hidesAt } from './freshness.rules.ts';

type Template =
  'offerings.still-right' | 'offerings.series-ended' | 'offerings.unconfirmed' | 'offerings.hidden';

/** An offering about which its organisation is asked. */
export interface AskedOffering {
  readonly offeringId: string;
  readonly organisationId: string;
  readonly checkId: string;
  readonly askedAt: Date;
}

interface Named {
  readonly isSensitive: boolean;
  readonly titles: readonly Translated[];
}

export const hostsToTell = (hub: Hub, { organisationId }: AskedOffering): Promise<MailTarget[]> =>
  membersToTell(hub, organisationId, ['COORDINATOR']);

/** One mail to each coordinator of the organisation; a sensitive offering is not named (DOMAIN.md §8). */
export const tellHosts = async (
  hub: Hub,
  tx: Transaction,
  template: Template,
  asked: AskedOffering,
  targets: readonly MailTarget[],
): Promise<void> => {
  const [named] = await tx.query<Named>(
    sql`select o.is_sensitive as "isSensitive",
          (select coalesce(json_agg(json_build_object('language', t.language, 'value', t.title) order by t.position), '[]')
           from offering_translations t where t.offering_id = o.id and t.state <> 'DRAFT') as titles
        from offerings o where o.id = ${asked.offeringId}`,
  );
  for (const { email, languageTag } of targets) {
    const title = named?.isSensitive ? undefined : localize(named?.titles ?? [], [languageTag])?.value;
    const code = checkCodeOf(hub.crypto, asked.checkId);
    await tx.send({
      kind: 'mail',
      to: email,
      template,
      languageTag,
      values: {
        offering: title ?? '–',
        day: dayText(hidesAt(asked.askedAt), portalLanguageOf(languageTag)),
        link: portalLink(hub.env, languageTag, `/still-right/${code}`),
      },
    });
  }
};
