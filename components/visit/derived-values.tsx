/** What is computed from a visit's strength values, per side: H:Q, symmetry, torque, strength per kilogram. */
import { valueText } from "@/components/chart/value-text";
import type { VisitAssessment } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";
import { measureById } from "@/domain/vocabulary/measures";
import methods from "@/messages/en/method.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { ChangeList } from "./change-list";

const VALUES = ["hq_ratio", "lsi_ham_pct", "ham_torque_nm", "quad_torque_nm", "ham_nm_kg", "quad_nm_kg"] as const;
const LIMBS: readonly LimbSide[] = ["L", "R"];

type DerivedValuesProps = Pick<VisitAssessment, "derived" | "changes_vs_baseline">;

/** Nothing where nothing could be computed: a ratio needs both forces, taken by one method. */
export function DerivedValues({ derived, changes_vs_baseline }: DerivedValuesProps) {
  const rows = VALUES.filter((id) => LIMBS.some((side) => derived[side]?.[id] !== undefined));
  if (rows.length === 0) return null;
  const used = LIMBS.flatMap((side) => derived[side]?.hq_method ?? []);
  return (
    <table className="w-full text-caption">
      <caption className="pb-1 text-left text-muted">
        {fill(text.derived.title, { method: [...new Set(used)].map((method) => methods[method]).join(", ") })}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{text.measures.measure}</th>
          {LIMBS.map((side) => (
            <th key={side} scope="col">
              {text.sides[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((id) => (
          <tr key={id} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-2 text-left font-normal text-ink-2">
              {measureById(id).label}
              <ChangeList changes={changes_vs_baseline.filter((change) => change.measure === id)} />
            </th>
            {LIMBS.map((side) => (
              <Value key={side} id={id} side={side} derived={derived[side]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ValueProps = {
  id: (typeof VALUES)[number];
  side: LimbSide;
  derived: VisitAssessment["derived"][LimbSide];
};

function Value({ id, side, derived }: ValueProps) {
  const value = derived?.[id];
  if (value === undefined) return <td className="py-1 pl-2 text-right text-muted">–</td>;
  return (
    <td
      className="py-1 pl-2 text-right font-strong whitespace-nowrap"
      data-derived={`${side} ${id}`}
      data-value={value}
      data-method={id === "hq_ratio" ? derived?.hq_method : undefined}
    >
      <span className="font-normal text-muted">{side}</span> {valueText(value, measureById(id).decimals)}
    </td>
  );
}
