/** How to reach a PostgreSQL database; the folder of a socket may stand in for the host. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string | undefined;
  readonly ssl?: boolean | object | undefined;
  /** Role to take on, where one login serves as owner and as application. */
  readonly role?: string | undefined;
}

/** The two ways into one database. */
export interface DatabaseConnections {
  /** For migrations. */
  readonly owner: Connection;
  /** For everything else. */
  readonly application: Connection;
  readonly applicationRole: string;
}

const milliseconds = {
  statement: 30_000,
  /** Beyond the server's own limit: what is still not answered then comes from a server that stands still. */
  query: 35_000,
  connect: 2_500,
  idleInTransaction: 60_000,
  keepAlive: 10_000,
};

/** For what takes its time, such as migrations: laid over `driverOptions`. */
export const untimed = { statement_timeout: 0, query_timeout: 0 } as const;

/** What node-pg is told beyond the address: no statement and no connection waits for ever. */
export function driverOptions({ role, ssl }: Connection): Record<string, unknown> {
  return {
    connectionTimeoutMillis: milliseconds.connect,
    statement_timeout: milliseconds.statement,
    query_timeout: milliseconds.query,
    idle_in_transaction_session_timeout: milliseconds.idleInTransaction,
    application_name: "signet",
    keepAlive: true,
    keepAliveInitialDelayMillis: milliseconds.keepAlive,
    ...(ssl ? { ssl } : {}),
    ...(role ? { options: `-c role=${role}` } : {}),
  };
}
