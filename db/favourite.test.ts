import { expect, test } from "vitest";
import { favourites, setFavourite } from "./favourite";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();

test("favourites are each clinician's own", async () => {
  const clinician = (await newTestClinic()).owner;
  const colleague = await newColleague(clinician, "clinician", "Ann Low");
  await setFavourite(clinician, "nordic", true);
  await setFavourite(clinician, "nordic", true);
  expect(await favourites(clinician)).toEqual(["nordic"]);
  expect(await favourites(colleague)).toEqual([]);
  await setFavourite(clinician, "nordic", false);
  expect(await favourites(clinician)).toEqual([]);
});
