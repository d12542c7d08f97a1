/** What `pg` needs to connect: `host` is the folder of the unix socket. */
export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Holder {
  /** Shown to whoever is refused, e.g. "signet start pid 123 port 4000"; ASCII. */
  readonly name: string;
  /** The product is exclusive: one per data folder. The command line is not. */
  readonly exclusive: boolean;
}

export interface OpenOptions {
  readonly holder: Holder;
  readonly log: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** Owns the database and its schema: for migrations. */
  readonly ownerUrl: ConnectionOptions;
  /** Plain role without any right but to connect and to use the schema: for the application. */
  readonly applicationUrl: ConnectionOptions;
  /** The server's process now: another one after a server that died was started again. */
  readonly serverPid: number;
  /** The server was already running when it was opened. */
  readonly adopted: boolean;
  /** Close the pools first: the last participant stops the server, and open connections end with it. */
  release(): Promise<void>;
}
