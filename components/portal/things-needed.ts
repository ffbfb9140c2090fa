/** What one puts ready for a session: each thing once, and a choice left out where one of its things is there anyway. */

const APART = /,\s*(?:y |and )?|\s+(?:y|and)\s+/;
const EITHER = /\s+(?:or|o)\s+|\//;

/** @param equipment of each exercise, as its card says it ("strap, pillow"); empty where nothing is needed */
export function thingsNeeded(equipment: readonly string[]): string[] {
  const things = [...new Set(equipment.flatMap((words) => words.split(APART)).filter((thing) => thing !== ""))];
  const certain = things.filter((thing) => !EITHER.test(thing));
  const isThere = (choice: string) =>
    choice.split(EITHER).some((one) => certain.some((thing) => thing === one || thing.split(" ").includes(one)));
  return things.filter((thing) => certain.includes(thing) || !isThere(thing));
}
