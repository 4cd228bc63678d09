import pg from 'pg';

const contextStatement = 'hub_context';
const contextText =
  "select set_config('app.kind', $1, true), set_config('app.viewer', $2, true), set_config('app.orgs', $3, true), " +
  "set_config('app.coordinates', $4, true), set_config('app.casework', $5, true), set_config('app.admin', $6, true), " +
  "set_config('app.assurance', $7, true)";

/** In the order of the statement's parameters. */
export const contextSettings = [
  'app.kind',
  'app.viewer',
  'app.orgs',
  'app.coordinates',
  'app.casework',
  'app.admin',
  'app.assurance',
] as const;

export type ContextValues = Readonly<Record<(typeof contextSettings)[number], string>>;

// pg keeps these fields and methods out of its types; the version is pinned and this file has its own test.
interface Wire {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { portal: string; statement: string; values: readonly string[] }): void;
  execute(message: { portal: string; rows: number }): void;
}
interface QueryInternals {
  name: string;
  text: string;
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
}
type QueryConstructor = new (
  config: { name: string; text: string; values: unknown[] },
  values: undefined,
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => QueryInternals & pg.Submittable;

const Query = pg.Query as unknown as QueryConstructor;

/**
 * A prepared statement that travels with its session context: `set_config(…, true)`, the query and one
 * Sync in one round trip. Between two Syncs PostgreSQL runs an implicit transaction, so the settings end
 * with it and no context can bleed into the next user of the connection.
 */
export class ContextQuery extends Query {
  private settingContext = true;
  private readonly ownName: string;

  constructor(
    config: { name: string; text: string; values: unknown[] },
    private readonly context: ContextValues,
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super(config, undefined, callback);
    this.ownName = config.name;
  }

  override prepare(connection: Wire): void {
    if (
      !connection.parsedStatements[contextStatement] &&
      !connection.submittedNamedStatements[contextStatement]
    ) {
      connection.parse({ name: contextStatement, text: contextText });
      connection.submittedNamedStatements[contextStatement] = contextText;
    }
    const values = contextSettings.map((setting) => this.context[setting]);
    connection.bind({ portal: '', statement: contextStatement, values });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
    // pg books the answers under the active query's name: until the context is set, that is the context's.
    this.beNamed(contextStatement, contextText);
  }

  override handleDataRow(message: unknown): void {
    if (!this.settingContext) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (!this.settingContext) return super.handleCommandComplete(message, connection);
    this.settingContext = false;
    this.beNamed(this.ownName, this.ownText);
  }

  override handleError(error: Error, connection: Wire): void {
    for (const name of [this.ownName, contextStatement]) {
      if (!connection.parsedStatements[name]) delete connection.submittedNamedStatements[name];
    }
    super.handleError(error, connection);
  }

  private readonly ownText: string = this.text;

  private beNamed(name: string, text: string): void {
    this.name = name;
    this.text = text;
  }
}

/** Runs one statement in a context; the rows as pg parses them. */
export const runInContext = async <Row>(
  pool: pg.Pool,
  statement: { name: string; text: string; values: unknown[] },
  context: ContextValues,
): Promise<Row[]> => {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      client.query(
        new ContextQuery(statement, context, (error, result) =>
          error ? reject(error) : resolve(result.rows as Row[]),
        ),
      );
    });
  } catch (error) {
    failure = error instanceof Error ? error : new Error('query failed');
    throw error;
  } finally {
    // A lost connection must not return to the pool; an error of the statement itself is no reason to drop it.
    client.release(failure && !('code' in failure) ? failure : undefined);
  }
};
