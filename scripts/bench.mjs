/** `npm run bench`: measures a production build on a real PostgreSQL and writes bench/results.md. */
import { runProgram } from "./launch/program.mjs";

await runProgram("bench.ts");
