import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";
import { closeEpisode } from "./episode";
import { findPatient, findPatients } from "./find-patient";
import { type PatientData, registerPatient } from "./patient";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();
let owner: Actor;
let stranger: Actor;
