/** Turns what the database gives for a draft into what its screen takes. */

import { dayText } from "@/components/chart/value-text";
import { ownerOf } from "@/components/outbox/owner";
import { judgeScreen } from "@/components/visit/judge-screen";
import type { VisitData } from "@/components/visit/visit-data";
import type { LiveLogin } from "@/db/login";
import type { OpenedVisit } from "@/db/visit-page";
import { ageOn } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { fullName, recordNumber } from "@/domain/patient-name";
import type { FlagId } from "@/domain/vocabulary/flags";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

function laterWords({ number, visitOn }: NonNullable<OpenedVisit["later"]>): string {
  const on = dayText(visitOn);
  return number === null ? fill(parts.beside.contact, { on }) : fill(parts.beside.visit, { number, on });
}

export function visitDataOf(opened: OpenedVisit, { actor, personName }: LiveLogin): VisitData {
  const { judging, rules } = opened;
  const said = new Intl.DateTimeFormat("en-GB", {
    timeZone: opened.timeZone,
    ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  });
  return {
    visitId: opened.id,
    patientId: opened.patientId,
    kind: opened.kind,
    visitOn: opened.visitOn,
    number: opened.number,
    version: opened.version,
    today: dayIn(opened.timeZone, new Date()),
    timeZone: opened.timeZone,
    owner: ownerOf(actor),
    clinician: personName,
    isSupervised: actor.role === "supervised_clinician",
    patient: {
      name: fullName(opened),
      firstName: opened.givenName,
      number: recordNumber(opened.patientNumber),
      age: ageOn(opened.birthDate, opened.visitOn),
      sex: opened.sex,
      language: opened.language,
    },
    fields: opened.fields,
    judging,
    judgement: judgeScreen(
      new Map(opened.fields.map(({ path, value }) => [path, value])),
      judging,
      opened.standingConsents,
    ),
    earlier: opened.earlier,
    standingConsents: opened.standingConsents,
    activities: opened.activities,
    responses: opened.responses.map(({ filledAt, ...response }) => ({
      ...response,
      filledOn: dayIn(opened.timeZone, filledAt),
      filledAt: said.format(filledAt),
    })),
    told: opened.told,
    phrases: opened.phrases.map(({ trigger, text }) => ({ trigger, text })),
    measureOrders: opened.measureOrders,
    blocks: opened.blocks.map(({ flag, setBy, setAt }) => ({
      flag: flag as FlagId,
      by: setBy,
      at: said.format(setAt),
    })),
    later: opened.later && laterWords(opened.later),
    basis: opened.basis,
    overlays: opened.overlays.map(({ flag, setAt }) => ({ flag: flag as FlagId, setAt: setAt.toISOString() })),
    ruleSetAdopted: rules.adopted !== null,
  };
}
