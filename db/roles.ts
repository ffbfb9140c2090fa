/** Owns the database roles: what each may do, and the refusal to serve as one that row-level security doesn't bind. */
import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { openConnection } from "@/db/connection";
import { sqlState } from "@/db/unavailable";

/**
 * app_rt: clinic tables, fenced by row-level security. app_auth: the global tables before sign-in.
 * app_purge: the only one that will ever delete signed rows, against a purge order.
 */
const GROUP_ROLES = ["app_rt", "app_auth", "app_purge"] as const;

/** A setting up of the database that can't be served from; `message` is one line for the person who starts it. */
export class DatabaseSetupError extends Error {
  override name = "DatabaseSetupError";
}

/** Makes the group roles that migrations grant to. They belong to the cluster, so two databases may race for them. */
export async function ensureGroupRoles(sql: Sql): Promise<void> {
  const present = await sql<
    { rolname: string }[]
  >`select rolname from pg_roles where rolname in ${sql([...GROUP_ROLES])}`;
  for (const role of GROUP_ROLES) {
    if (present.some(({ rolname }) => rolname === role)) continue;
    try {
      await sql.unsafe(`create role ${role} nologin noinherit`);
    } catch (error) {
      const state = sqlState(error);
      if (state === "42710" || state === "23505") continue;
      if (state !== "42501") throw error;
      throw new DatabaseSetupError(`The role ${role} is missing: run npm run db:init -- ADMIN_URL once.`);
    }
  }
}

/**
 * Refuses a login that row-level security doesn't bind: superuser, BYPASSRLS, or able to become either, or owner of the
 * tables; and one that can't take the app's roles.
 */
export async function assertLoginRole(url: string): Promise<void> {
  const { sql, close } = openConnection(url);
  try {
    const [login] = await sql<{ name: string; beyond: string | null; owned: string | null; missing: string | null }[]>`
      select current_user as name,
        (select string_agg(rolname, ', ') from pg_roles
          where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')) as beyond,
        (select min(relname) from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            and pg_has_role(current_user, relowner, 'member')) as owned,
        (select string_agg(needed, ', ') from unnest(array['app_rt', 'app_auth']) as needed
          where not exists (select 1 from pg_roles
            where rolname = needed and pg_has_role(current_user, oid, 'member'))) as missing`;
    if (!login) throw new DatabaseSetupError("The database did not say who it was asked by.");
    const who = `DATABASE_URL signs in as ${login.name}, which`;
    if (login.beyond !== null) {
      throw new DatabaseSetupError(`${who} can bypass row-level security (${login.beyond}): use a plain login.`);
    }
    if (login.missing !== null) {
      throw new DatabaseSetupError(`${who} is no member of ${login.missing}: run npm run db:init -- ADMIN_URL.`);
    }
    if (login.owned !== null) {
      throw new DatabaseSetupError(`${who} owns the tables: keep that login for DATABASE_OWNER_URL.`);
    }
  } finally {
    await close();
  }
}

export type ServerLogins = { appUrl: string; ownerUrl: string; passwordsAreNew: boolean };

/**
 * Prepares a server as `adminUrl`: group roles, database `name`, its owner `<name>_owner` and the app's login
 * `<name>_app`. Repeating it changes nothing, except the passwords when `resetPasswords` is set.
 */
export async function initialiseServer(
  adminUrl: string,
  { name = "counterpoise", resetPasswords = false } = {},
): Promise<ServerLogins> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name)) {
    throw new DatabaseSetupError("A database name has lower-case letters, digits and _ only.");
  }
  const admin = openConnection(adminUrl);
  let isNew = true;
  const [owner, app] = [`${name}_owner`, `${name}_app`];
  const passwords = { [owner]: newPassword(), [app]: newPassword() };
  try {
    await ensureGroupRoles(admin.sql);
    const present = await admin.sql<
      { rolname: string }[]
    >`select rolname from pg_roles where rolname in ${admin.sql([owner, app])}`;
    isNew = present.length === 0 || resetPasswords;
    for (const [login, password] of Object.entries(passwords)) {
      const exists = present.some(({ rolname }) => rolname === login);
      const attributes = "login noinherit nosuperuser nocreatedb nocreaterole nobypassrls";
      if (!exists) await admin.sql.unsafe(`create role ${login} ${attributes} password '${password}'`);
      else if (resetPasswords) await admin.sql.unsafe(`alter role ${login} ${attributes} password '${password}'`);
    }
    await admin.sql.unsafe(`grant app_rt, app_auth to ${app}`);
    const [database] = await admin.sql`select 1 from pg_database where datname = ${name}`;
    // An administrator who is no superuser must be a member of the owner to give it a database.
    if (!database) {
      await admin.sql.unsafe(`grant ${owner} to current_user`);
      await admin.sql.unsafe(`create database ${name} owner ${owner} encoding 'UTF8' template template0`);
    }
    await admin.sql.unsafe(`revoke all on database ${name} from public; grant connect on database ${name} to ${app}`);
  } finally {
    await admin.close();
  }
  const inside = openConnection(atDatabase(adminUrl, name));
  try {
    await inside.sql.unsafe(`revoke all on schema public from public; grant usage, create on schema public to ${owner};
      grant usage on schema public to app_rt, app_auth, app_purge`);
  } finally {
    await inside.close();
  }
  const urlOf = (login: string) => atDatabase(adminUrl, name, login, isNew ? passwords[login] : "PASSWORD");
  return { appUrl: urlOf(app), ownerUrl: urlOf(owner), passwordsAreNew: isNew };
}

/** The same server, another database and, if given, another login. */
function atDatabase(url: string, database: string, user?: string, password?: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  if (user !== undefined) at.username = user;
  if (password !== undefined) at.password = password;
  return at.href;
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}
