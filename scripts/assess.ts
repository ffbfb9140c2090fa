/** Assesses a file of cases: JSON on stdout, or the path of the first offending field on stderr and exit code 2. */
import { readFileSync } from "node:fs";
import { CaseFileError, readCaseFile } from "@/domain/case-file";
import { pathText } from "@/domain/field-path";
import { repeatedKey } from "@/domain/repeated-key";
import { foldEpisode } from "@/domain/rules/course";

const BAD_INPUT = 2;

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(BAD_INPUT);
}

/** The document of a file; a key written twice is an offence of its own, since parsing ignores the first. */
function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    refuse(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const json = text.replace(/^\uFEFF/, "");
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    refuse(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const twice = repeatedKey(json);
  if (twice !== null) refuse(pathText(twice));
  return document;
}

function assess(path: string): string {
  try {
    const cases = readCaseFile(readJson(path));
    return JSON.stringify({ cases: cases.map((one) => ({ case_id: one.case_id, results: foldEpisode(one) })) });
  } catch (error) {
    if (error instanceof CaseFileError) refuse(error.path || `${path}: ${error.message}`);
    throw error;
  }
}

const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) refuse("Usage: npm run -s assess -- FILE");
process.stdout.write(`${assess(path)}\n`);
