/** `npm run db:init -- ADMIN_URL [DATABASE]`: makes roles, database and logins on a PostgreSQL server. */
import { runProgram } from "./launch/program.mjs";

await runProgram("db-init.ts");
