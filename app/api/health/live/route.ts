/** Says that the process answers, and asks nothing of the database. */

export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "Cache-Control": "no-store" } });
}
